import { expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";
const stage = await testStage({ now: at("2016-11-17T08:00") });
for (const [lang, seats] of [["ru", ["cluster-director", "secretary"]], ["en", ["biotechnology","protocol"]], ["ja", ["diagnostics","head-aide"]]] as const) {
  it(`screens ${lang}`, async () => {
    stage.clock.turn(at("2016-11-18T11:20"));
    const d = await stage.delegate("krasnoyarsk", seats[0], "D" + lang, lang);
    const o = await stage.delegate("krasnoyarsk", seats[1], "O" + lang, lang);
    for (const p of [d, o]) {
      await p.sends("/contacts");
      await p.taps("👤", undefined);
      await p.sends("Иванов Иван, директор, ООО «Ромашка», +7 000 000-00-00, a@b.ru");
      await p.taps("✅");
      await p.taps("✏️");
      await p.taps(/^(Имя|Name|氏名)/);
      await p.sends("Иванов Иван Петрович");
      await p.sends("/contacts");
    }
    await o.taps("Ромашка").catch(() => {});
    await o.sends("/contacts ивано");
    await o.taps("1. ");
    await o.taps("🔗").catch((e) => console.log(String(e)));
    await o.taps("🔗").catch((e) => console.log(String(e)));
    await d.sends("/agreements");
    await d.taps("➕");
    await d.sends("Передать программу стажировок");
    await d.taps("📅");
    await d.taps("+1").catch(async () => d.taps("1週"));
    await d.taps("👤");
    console.log(d.screen().slice(0));
    console.log(o.screen());
    expect(stage.api.report.unknown).toEqual([]);
  });
}

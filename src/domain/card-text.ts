/**
 * A business card typed in a chat: «Иванов Иван, директор, ООО «Ромашка», +7 000 000-00-00, a@b.ru», in whatever order,
 * in one line or several. What has the form of a phone or an e-mail is one; an organisation is known by its legal form
 * or a word like «университет», a position by words like «директор»; what is left first is the name.
 */
import { type CardDetails, LINE_LIMIT } from "./acquaintances.ts";
import { cleaned, isBlank } from "./words.ts";

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Seven to fifteen digits (ITU-T E.164) with what people write between them, and an extension; a date is none. */
const phone =
  /(?<![\p{L}\p{N}])(?!\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{4}-\d\d-\d\d(?!\d))(?:\+|00)?\d(?:[ \t\u00A0().‐‑–-]{0,3}\d){6,14}(?:,?\s*(?:доб|ext|внутр?)\.?\s*\d{1,6})?(?!\p{N})/giu;
const caption =
  /(?:^|(?<=[\s,;]))(?:тел(?:ефон)?|моб(?:ильный)?|раб(?:очий)?|сот(?:овый)?|факс|phone|tel|mobile|cell|fax|e-?mail|mail|почта|эл\.\s*почта|имейл|电话|電話|携帯|メール)\.?\s*:?\s*$/iu;

/** Words by which an organisation is known. Short ones stand whole; of the others their beginning is enough. */
const organisationWhole =
  /(?<![\p{L}\p{N}])(?:ООО|АО|ПАО|ЗАО|ОАО|НАО|ИП|ГК|НКО|АНО|ФГУП|ГУП|МУП|ФГБУ|ФГБОУ|ФГАОУ|ГБУЗ|КГБУЗ|КГБУ|ГБУ|КГАУ|МБУ|МАУ|НИИ|НИЦ|КБ|ТПП|РАН|LLC|Ltd|Inc|Corp|GmbH|PLC|Co|S\.?A|LLP|JSC)(?![\p{L}\p{N}])/u;
const organisationBegins =
  /(?<!\p{L})(?:министерств|комитет|департамент|администраци|правительств|агентств|управлени[ея](?!\p{L})|университет|институт|академи|больниц|клиник|диспансер|центр(?!альн)|завод|фабрик|компани|корпораци|холдинг|концерн|фонд(?!\p{L})|союз|ассоциаци|палат|банк|посольств|консульств|музе[йя]|театр|школ|лаборатори|кластер|филиал|ministry|committee|department|administration|government|agency|university|institute|academy|hospital|clinic|cent(?:er|re)(?!\p{L})|company|corporation|holding|foundation|association|chamber|bank|embassy|consulate|museum|school|laborator)/iu;
const organisationJapanese =
  /株式会社|有限会社|(?:大学|研究所|協会|組合|会議所|病院|銀行|省|庁|県庁|市役所|財団|大使館|領事館|センター)(?:$|[\s　])/u;
const positionBegins =
  /(?<!\p{L})(?:директор|гендиректор|генеральн|заместител|зам\.|замдиректор|зав\.|заведующ|начальник|руководител|главн|глава|президент|вице-|председател|секретар|министр|губернатор|мэр|посол|консул|атташе|советник|помощник|менеджер|специалист|эксперт|инженер|врач|профессор|доцент|ректор|проректор|декан|аналитик|консультант|координатор|представител|юрист|бухгалтер|управляющ|партн[её]р|сотрудник|референт|переводчик|учредител|владелец|director|manager|head(?!\p{L})|chief|president|vice|deputy|chair|secretary|minister|governor|mayor|ambassador|consul|attach|adviser|advisor|assistant|specialist|expert|engineer|doctor|physician|professor|rector|dean|analyst|consultant|coordinator|representative|lawyer|accountant|partner|officer|interpreter|founder|owner|ceo|cto|cfo|coo)/iu;
const positionJapanese =
  /(?:社長|部長|課長|係長|室長|局長|次長|所長|院長|理事|理事長|会長|取締役|代表|教授|知事|副知事|市長|大臣|大使|領事|担当|主任|秘書|顧問|医師)$/u;

/** What a typed card comes to. Whatever has no place of its own stands behind the position or, if there is none, is it. */
export function readCardText(text: string): CardDetails {
  const said = cleaned(text).slice(0, 2000);
  const emails = unique([...said.matchAll(email)].map(([found]) => found));
  const withoutMail = said.replaceAll(email, "\n");
  const phones = unique([...withoutMail.matchAll(phone)].map(([found]) => found.trim()));
  const pieces = piecesOf(withoutMail.replaceAll(phone, "\n"));

  const organisations = pieces.filter(isOrganisation);
  const positions = pieces.filter((piece) => !isOrganisation(piece) && isPosition(piece));
  const plain = pieces.filter((piece) => !isOrganisation(piece) && !isPosition(piece));
  const [name, ...rest] = plain;
  const position = [...positions, ...rest].join(", ");
  return {
    ...line("name", name),
    ...line("position", position),
    ...line("organisation", organisations.join(", ")),
    ...(phones.length === 0 ? {} : { phones: phones.slice(0, 5) }),
    ...(emails.length === 0 ? {} : { emails: emails.slice(0, 5) }),
  };
}

/** Whether a message somebody sent unasked looks like a card: somebody is named, and how to reach them is said. */
export function seemsCard(text: string | undefined): boolean {
  if (text === undefined || text.length > 600) return false;
  const { name, phones, emails } = readCardText(text);
  return name !== undefined && name.length <= 80 && (phones ?? emails) !== undefined;
}

/** Whether what was typed is an e-mail address, or has a phone's digits. */
export function isEmail(text: string): boolean {
  return [...text.matchAll(email)].some(([found]) => found === text.trim());
}

export function isPhone(text: string): boolean {
  return [...text.trim().matchAll(phone)].some(([found]) => found === text.trim());
}

/** Pieces between commas, semicolons, dashes and line ends; a comma inside quotation marks or brackets divides nothing. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let depth = 0;
  let straight = false;
  for (const character of text.replaceAll(/[ \t\u00A0][–—][ \t\u00A0]/g, ";")) {
    if ("«“„(「『".includes(character)) depth += 1;
    else if ("»”)」』".includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '"') straight = !straight;
    const divides = character === "\n" || (depth === 0 && !straight && /[,;|、；，]/.test(character));
    if (divides) {
      pieces.push(piece);
      piece = "";
      if (character === "\n") [depth, straight] = [0, false];
    } else {
      piece += character;
    }
  }
  return [...pieces, piece].map(tidied).filter((one) => !isBlank(one) && /[\p{L}\p{N}]/u.test(one));
}

/** Without the dashes between parts, and without a caption like «тел.:» whose number has been taken. */
function tidied(piece: string): string {
  const bare = piece.replace(/^[\s\-–—•·:]+|[\s\-–—•·:]+$/gu, "");
  return bare
    .replace(caption, "")
    .replace(/[\s\-–—:]+$/u, "")
    .trim();
}

function isOrganisation(piece: string): boolean {
  // «Руководитель департамента» is a position; «Комитет по …» is where somebody works.
  if (organisationWhole.test(piece) || organisationJapanese.test(piece)) return true;
  return (
    organisationBegins.test(piece) && !(positionBegins.test(firstWord(piece)) || positionJapanese.test(piece))
  );
}

function isPosition(piece: string): boolean {
  return positionBegins.test(piece) || positionJapanese.test(piece);
}

function firstWord(piece: string): string {
  return piece.split(/\s/)[0] ?? "";
}

function line(field: "name" | "position" | "organisation", text: string | undefined): CardDetails {
  return text === undefined || isBlank(text) ? {} : { [field]: lineOf(text) };
}

/** A text as a line of a card holds it: short, and never cut through a character. */
export function lineOf(text: string): string {
  const line = cleaned(text).replaceAll(/\s+/g, " ");
  return line.length <= LINE_LIMIT
    ? line
    : `${line
        .slice(0, LINE_LIMIT - 1)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()}…`;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

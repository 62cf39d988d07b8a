import type { BotCommand, BotCommandScope, MenuButton } from "@grammyjs/types";
import { findRoom } from "./access.ts";
import type { Handlers } from "./parameters.ts";
import { badRequest, knowsOnly } from "./refusal.ts";
import type { World } from "./world.ts";

/** https://core.telegram.org/bots/api#botcommand, #setmycommands, #setmyname and the two that follow it */
const COMMANDS = 100;
const COMMAND_LENGTH = 32;
const COMMAND_DESCRIPTION_LENGTH = 256;
const NAME_LENGTH = 64;
const DESCRIPTION_LENGTH = 512;
const SHORT_DESCRIPTION_LENGTH = 120;

const scopeFields: Readonly<Record<string, readonly string[]>> = {
  default: [],
  all_private_chats: [],
  all_group_chats: [],
  all_chat_administrators: [],
  chat: ["chat_id"],
  chat_administrators: ["chat_id"],
  chat_member: ["chat_id", "user_id"],
};

interface Worded {
  language_code?: string;
}

/** What a bot says of itself, in every language and place it was said. */
export function settingsMethods(world: World) {
  const commands = new Map<string, readonly BotCommand[]>();
  const name = perLanguage("name", NAME_LENGTH, world.bot.first_name);
  const description = perLanguage("description", DESCRIPTION_LENGTH, "");
  const shortDescription = perLanguage("short description", SHORT_DESCRIPTION_LENGTH, "");
  const menus = new Map<number | undefined, MenuButton>();

  function commandsKey(args: Worded & { scope?: BotCommandScope }): string {
    const scope = args.scope ?? { type: "default" };
    const own = scopeFields[scope.type];
    if (own === undefined) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
    knowsOnly(scope, ["type", ...own], "scope");
    if ("chat_id" in scope) findRoom(world, scope.chat_id);
    return JSON.stringify([languageOf(args), scope.type, ...Object.values(scope).slice(1)]);
  }

  function menuPlace(chatId: number | undefined): number | undefined {
    if (chatId !== undefined && !world.accounts.has(chatId)) throw badRequest("user not found");
    return chatId;
  }

  return {
    setMyCommands: (args) => {
      commands.set(commandsKey(args), checkCommands(args.commands));
      return true as const;
    },
    getMyCommands: (args) => [...(commands.get(commandsKey(args)) ?? [])],
    deleteMyCommands: (args) => {
      commands.delete(commandsKey(args));
      return true as const;
    },
    setMyName: (args) => name.set(args, args.name),
    getMyName: (args) => ({ name: name.get(args) }),
    setMyDescription: (args) => description.set(args, args.description),
    getMyDescription: (args) => ({ description: description.get(args) }),
    setMyShortDescription: (args) => shortDescription.set(args, args.short_description),
    getMyShortDescription: (args) => ({ short_description: shortDescription.get(args) }),
    setChatMenuButton: (args) => {
      menus.set(menuPlace(args.chat_id), args.menu_button ?? { type: "default" });
      return true as const;
    },
    getChatMenuButton: (args) =>
      menus.get(menuPlace(args.chat_id)) ?? menus.get(undefined) ?? { type: "default" },
  } satisfies Partial<Handlers>;
}

function checkCommands(commands: readonly BotCommand[]): readonly BotCommand[] {
  if (!Array.isArray(commands)) throw badRequest("expected an Array of BotCommand");
  if (commands.length > COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return commands.map((given) => {
    knowsOnly(given, ["command", "description"], "commands");
    const command = given.command.trim().replace(/^\//, "");
    const description = given.description.trim();
    if (command === "") throw badRequest("command must be non-empty");
    if ([...command].length > COMMAND_LENGTH) {
      throw badRequest(`command length must not exceed ${COMMAND_LENGTH}`);
    }
    if (!/^[a-z0-9_]+$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description === "") throw badRequest("command description must be non-empty");
    if ([...description].length > COMMAND_DESCRIPTION_LENGTH) {
      throw badRequest(`command description length must not exceed ${COMMAND_DESCRIPTION_LENGTH}`);
    }
    return { command, description };
  });
}

/** A text the bot may word in every language; a language without its own has the one for all. */
function perLanguage(what: string, limit: number, standard: string) {
  const texts = new Map<string, string>();
  return {
    set(args: Worded, text = ""): true {
      if ([...text].length > limit) throw badRequest(`the bot's ${what} is too long`);
      const language = languageOf(args);
      if (text === "") texts.delete(language);
      else texts.set(language, text);
      return true;
    },
    get: (args: Worded): string => texts.get(languageOf(args)) ?? texts.get("") ?? standard,
  };
}

/** A two-letter ISO 639-1 code, or "" for all languages without their own. */
function languageOf({ language_code = "" }: Worded): string {
  if (!/^(?:[a-z]{2})?$/.test(language_code)) throw badRequest("invalid language code specified");
  return language_code;
}

import type { ApiMethods, Opts } from "@grammyjs/types";
import type { Upload } from "./files.ts";

export type Method = keyof ApiMethods<Upload>;
export type Arguments<M extends Method> = Opts<Upload>[M];
export type Result<M extends Method> = ReturnType<ApiMethods<Upload>[M]>;

/** How a parameter is read from a form field, where everything is text. */
type Kind<T> = [T] extends [boolean]
  ? "flag"
  : [T] extends [number]
    ? "number"
    : [T] extends [string]
      ? "text"
      : [T] extends [number | string]
        ? "chat"
        : [T] extends [Upload | string]
          ? "file"
          : "json";

/** A method's parameters by name; "!" marks those Telegram insists on. The compiler knows every name and kind. */
type Spec<A> = {
  readonly [P in keyof A]: undefined extends A[P]
    ? Kind<Exclude<A[P], undefined>>
    : Kind<A[P]> | `${Kind<A[P]>}!`;
};

const target = { chat_id: "chat!", message_thread_id: "number" } as const;
const delivery = {
  ...target,
  disable_notification: "flag",
  protect_content: "flag",
  allow_paid_broadcast: "flag",
  message_effect_id: "text",
  reply_parameters: "json",
} as const;
const sending = { ...delivery, reply_markup: "json" } as const;
const captioned = { ...sending, caption: "text", caption_entities: "json" } as const;
const pictured = { ...captioned, show_caption_above_media: "flag", has_spoiler: "flag" } as const;
const frame = { duration: "number", width: "number", height: "number", thumbnail: "file" } as const;
const place = { latitude: "number!", longitude: "number!" } as const;
const oneMessage = { chat_id: "chat!", message_id: "number!" } as const;
const edited = { chat_id: "chat", message_id: "number", reply_markup: "json" } as const;
const quiet = { disable_notification: "flag", protect_content: "flag" } as const;
const scope = { scope: "json", language_code: "text" } as const;

type Table = { readonly [M in Method]?: Spec<Arguments<M>> };

/** Types let a spread bring in names unknown to the target; this does not. */
type NothingInvented<T> = {
  readonly [M in keyof T]: M extends Method
    ? { readonly [P in keyof T[M]]: P extends keyof Arguments<M> ? T[M][P] : never }
    : never;
};

const table = <const T extends Table>(methods: T & NothingInvented<T>): T => methods;

/**
 * What this server can do, as https://core.telegram.org/bots/api has it. A parameter left out here on purpose
 * (parse_mode, business connections) is refused aloud, like one that does not exist.
 */
export const parameters = table({
  getMe: {},
  logOut: {},
  close: {},
  getUpdates: { offset: "number", limit: "number", timeout: "number", allowed_updates: "json" },
  setWebhook: {
    url: "text",
    max_connections: "number",
    allowed_updates: "json",
    drop_pending_updates: "flag",
    secret_token: "text",
  },
  deleteWebhook: { drop_pending_updates: "flag" },
  getWebhookInfo: {},
  sendMessage: {
    ...sending,
    ephemeral_message_parameters: "json",
    text: "text",
    entities: "json",
    link_preview_options: "json",
  },
  sendRichMessage: { ...sending, rich_message: "json!" },
  sendPhoto: { ...pictured, photo: "file!" },
  sendAudio: {
    ...captioned,
    audio: "file!",
    duration: "number",
    performer: "text",
    title: "text",
    thumbnail: "file",
  },
  sendDocument: {
    ...captioned,
    document: "file!",
    thumbnail: "file",
    disable_content_type_detection: "flag",
  },
  sendVideo: { ...pictured, ...frame, video: "file!", supports_streaming: "flag" },
  sendAnimation: { ...pictured, ...frame, animation: "file!" },
  sendVoice: { ...captioned, voice: "file!", duration: "number" },
  sendVideoNote: {
    ...sending,
    video_note: "file!",
    duration: "number",
    length: "number",
    thumbnail: "file",
  },
  sendSticker: { ...sending, sticker: "file!", emoji: "text" },
  sendMediaGroup: { ...delivery, media: "json!" },
  sendLocation: { ...sending, ...place, horizontal_accuracy: "number" },
  sendVenue: {
    ...sending,
    ...place,
    title: "text!",
    address: "text!",
    foursquare_id: "text",
    foursquare_type: "text",
    google_place_id: "text",
    google_place_type: "text",
  },
  sendContact: {
    ...sending,
    phone_number: "text!",
    first_name: "text!",
    last_name: "text",
    vcard: "text",
  },
  sendChatAction: { ...target, action: "text!" },
  forwardMessage: { ...target, ...quiet, from_chat_id: "chat!", message_id: "number!" },
  copyMessage: {
    ...sending,
    from_chat_id: "chat!",
    message_id: "number!",
    caption: "text",
    caption_entities: "json",
    show_caption_above_media: "flag",
  },
  copyMessages: {
    ...target,
    ...quiet,
    from_chat_id: "chat!",
    message_ids: "json!",
    remove_caption: "flag",
  },
  editMessageText: { ...edited, text: "text", entities: "json", link_preview_options: "json" },
  editMessageCaption: {
    ...edited,
    caption: "text",
    caption_entities: "json",
    show_caption_above_media: "flag",
  },
  editMessageMedia: { ...edited, media: "json!" },
  editMessageReplyMarkup: edited,
  deleteMessage: oneMessage,
  deleteMessages: { chat_id: "chat!", message_ids: "json!" },
  deleteEphemeralMessage: {
    chat_id: "chat!",
    receiver_user_id: "number!",
    ephemeral_message_id: "number!",
  },
  pinChatMessage: { ...oneMessage, disable_notification: "flag" },
  unpinChatMessage: { chat_id: "chat!", message_id: "number" },
  unpinAllChatMessages: { chat_id: "chat!" },
  setMessageReaction: { ...oneMessage, reaction: "json", is_big: "flag" },
  answerCallbackQuery: {
    callback_query_id: "text!",
    text: "text",
    show_alert: "flag",
    url: "text",
    cache_time: "number",
  },
  getFile: { file_id: "text!" },
  getChat: { chat_id: "chat!" },
  getChatMember: { chat_id: "chat!", user_id: "number!" },
  getChatAdministrators: { chat_id: "chat!" },
  getChatMemberCount: { chat_id: "chat!" },
  leaveChat: { chat_id: "chat!" },
  setMyCommands: { ...scope, commands: "json!" },
  getMyCommands: scope,
  deleteMyCommands: scope,
  setMyName: { name: "text", language_code: "text" },
  getMyName: { language_code: "text" },
  setMyDescription: { description: "text", language_code: "text" },
  getMyDescription: { language_code: "text" },
  setMyShortDescription: { short_description: "text", language_code: "text" },
  getMyShortDescription: { language_code: "text" },
  setChatMenuButton: { chat_id: "number", menu_button: "json" },
  getChatMenuButton: { chat_id: "number" },
});

export type Implemented = keyof typeof parameters;

/** Every method as a function of its typed arguments. */
export type Handlers = {
  readonly [M in Implemented]: (args: Arguments<M>, call: Call) => Result<M> | Promise<Result<M>>;
};

/** What a method may know of the request that carries it. */
export interface Call {
  /** Aborted when the client goes away before the answer. */
  readonly closed: AbortSignal;
}

/**
 * Every key the program keeps in Redis, and nothing else: who wants to know what is stored reads this page.
 * `attache:` stands before all of them, so that a Redis may be shared.
 */
export type Keys = ReturnType<typeof keysUnder>;

export function keysUnder(prefix: string) {
  const of = (mission: string) => `${prefix}:mission:${mission}`;
  return {
    prefix,
    /** Hash: mission id → its number in buttons. */
    missions: `${prefix}:missions`,
    /** Hash: mission id → the number of the revision in force. */
    inForce: `${prefix}:in-force`,
    /** Hash: mission id → a digest of the file last compared with it. */
    filesSeen: `${prefix}:files-seen`,
    /** Hash: revision number → the revision, as JSON. */
    revisions: (mission: string) => `${of(mission)}:revisions`,
    /** Hash: organiser's seat, `seat/aside`, or `file` → the draft of a change, as JSON. */
    drafts: (mission: string) => `${of(mission)}:drafts`,
    /** Hash: seat id → the latest change notice they were sent, as JSON. */
    notices: (mission: string) => `${of(mission)}:notices`,
    /** Hash: organiser's seat → the list they have open, as JSON. */
    live: (mission: string) => `${of(mission)}:live`,
    /** Hash: `mission/seat` → a nonce; who is to be looked at by the next tick. */
    stirred: `${prefix}:stirred`,
    /** Hash: seat id → the seat, as JSON. */
    seats: (mission: string) => `${of(mission)}:seats`,
    /** Hash: seat id → the participant who took it, as JSON. */
    participants: (mission: string) => `${of(mission)}:participants`,
    /** Hash: seat id → what an aide has said for a principal who has not joined, as JSON. */
    spokenFor: (mission: string) => `${of(mission)}:spoken-for`,
    /** Hash: `seat/choice` → event id. */
    choices: (mission: string) => `${of(mission)}:choices`,
    /** Hash: event id → how many seats picked it. */
    picked: (mission: string) => `${of(mission)}:picked`,
    /** Set: the choices whose list organisers have closed. */
    choicesClosed: (mission: string) => `${of(mission)}:choices-closed`,
    /** Set: `choice/user` of everybody whom organisers have had asked to pick. */
    choicesAsked: (mission: string) => `${of(mission)}:choices-asked`,
    /** Hash: `group/…` or `vehicle/…` → the seat chosen in chat as its escort. */
    escorts: (mission: string) => `${of(mission)}:escorts`,
    /** Hash: roll call id → one called in chat, or closed, as JSON. */
    rolls: (mission: string) => `${of(mission)}:rolls`,
    /** Hash: roll call id → when and by whom it was closed, as JSON. */
    rollsClosed: (mission: string) => `${of(mission)}:rolls-closed`,
    /** Hash: `roll call/seat` → who was present, as JSON; the buses of one gathering are one roll call here. */
    marks: (mission: string) => `${of(mission)}:marks`,
    /** Hash: `seat/roll call` → how often the card of a roll call was drawn for somebody; with `/at`, when last. */
    rollCards: (mission: string) => `${of(mission)}:roll-cards`,
    /** Hash: id → what somebody has written to the people of a roll call, as JSON. */
    rollWords: (mission: string) => `${of(mission)}:roll-words`,
    /** String: the roll call to whose people a person is writing, and what, as JSON. */
    rollDraft: (user: number) => `${prefix}:user:${user}:roll-draft`,
    /** Hash: `seat/flag` → the programme time at which it was ticked. */
    readiness: (mission: string) => `${of(mission)}:readiness`,
    /** Hash: reminder identity → what became of it, as JSON. */
    ledger: (mission: string, seat: string) => `${of(mission)}:ledger:${seat}`,
    /** Hash: seat id → how often their cards have been drawn. */
    drawings: (mission: string) => `${of(mission)}:drawings`,
    /** String: Telegram's file id of a day's picture, by what decides its look; gone after two days. */
    picture: (look: string) => `${prefix}:picture:${look}`,
    /** Hash: event id → what somebody's calendar was last told of it, as JSON. */
    calendar: (mission: string, user: number) => `${of(mission)}:calendar:${user}`,
    /** Hash: user id → the token of their calendar's link, as JSON; and of all links, its digest → mission and user. */
    calendarLinks: (mission: string) => `${of(mission)}:calendar-links`,
    calendarTokens: `${prefix}:calendar-tokens`,
    /** List: what organisers did, as JSON, the newest first. */
    audit: (mission: string) => `${of(mission)}:audit`,
    /** Hash: number → a question with all that was said, as JSON. */
    questions: (mission: string) => `${of(mission)}:questions`,
    /** Sorted set: numbers of the questions that wait for an answer, by since when. */
    openQuestions: (mission: string) => `${of(mission)}:open-questions`,
    /** Hash: what a question was made of (an update, an unplaced message) → its number. */
    questionOrigins: (mission: string) => `${of(mission)}:question-origins`,
    /** Hash: `mission/kind` → the group bound to the mission, as JSON. */
    chats: `${prefix}:chats`,
    /** Hash: mission id → the card of alerts in its organisers' chat, as JSON; `mission/drawn` → how often it was drawn. */
    cards: `${prefix}:cards`,
    /** String: whether a Bot API server can do what only newer ones can; gone after a week. */
    ability: (server: string, ability: string) => `${prefix}:server:${server}:${ability}`,
    /** Hash: mission id → the revision and the instant up to which what is owed has been handed to the queue. */
    ticks: `${prefix}:ticks`,
    /** Hash: user id → mission id → seat id. */
    user: (user: number) => `${prefix}:user:${user}`,
    /** String: the mission a person has switched to. */
    current: (user: number) => `${prefix}:user:${user}:current`,
    /** Hash: what an invitation is for and how often it may still be used. */
    invitation: (code: string) => `${prefix}:invitation:${code}`,
    /** Hash: `seat/…` or `group/…` → how often its invitations have been revoked. */
    revocations: (mission: string) => `${of(mission)}:revocations`,
    /** Sorted set: the codes made for a seat or a group, by the programme time at which they expire. */
    invitationsTo: (mission: string, what: string) => `${of(mission)}:invitations:${what}`,
    /** String: the code of the claim link in the log, while nobody has used it. */
    claim: `${prefix}:claim`,
    /** Hash: user id → the programme time at which they were last seen, to the minute. */
    seen: `${prefix}:seen`,
    /** Hash: request id → a request to join nobody has decided yet, as JSON. */
    requests: `${prefix}:requests`,
    /** String: the request a person has made; gone after a day. */
    asked: (user: number) => `${prefix}:user:${user}:asked`,
    /** String: how a request was decided, as JSON; gone after a month. */
    decision: (request: string) => `${prefix}:request:${request}:decision`,
    /** String: the code of the invitation a person was given on request. */
    granted: (user: number) => `${prefix}:user:${user}:granted`,
    /** Counter: wrong invitation codes of a user; gone after an hour. */
    guesses: (user: number) => `${prefix}:guesses:${user}`,
    /** Hash: note id → the note without its items, as JSON. */
    notes: (mission: string) => `${of(mission)}:notes`,
    /** Hash: item key → one message of a note, as JSON. */
    noteItems: (mission: string, note: string) => `${of(mission)}:note:${note}`,
    /** Sorted sets of note ids by time: everybody's, and one author's. */
    notesByTime: (mission: string) => `${of(mission)}:notes-by-time`,
    notesBySeat: (mission: string, seat: string) => `${of(mission)}:notes-of:${seat}`,
    /** Hash: id → somebody the delegation met, as JSON. */
    acquaintances: (mission: string) => `${of(mission)}:acquaintances`,
    /** Hash: id → an agreement or assignment, as JSON. */
    agreements: (mission: string) => `${of(mission)}:agreements`,
    /** Set: ids of what one seat has to do, or to watch being done by the hosts. */
    agreementsOf: (mission: string, seat: string) => `${of(mission)}:agreements-of:${seat}`,
    /** Sorted set: `mission/seat` by an instant no later than that at which they are next to be reminded. */
    agreementsDue: `${prefix}:agreements-due`,
    /** Counter in a hash: mission id → how often its agreements have changed. */
    agreementChanges: `${prefix}:agreement-changes`,
    /** Hash: `ending/event`, `line/section.id`, `document/…`, `passport/…`, `figure/…`, `helper/…` → a piece of the report, as JSON. */
    report: (mission: string) => `${of(mission)}:report`,
    /** Sorted set by time: `note/item` of every voice whose words nobody has written down. */
    untyped: (mission: string) => `${of(mission)}:untyped`,
    /** Hash: organiser's or delegate's seat → what the list of notes they look at is narrowed to, as JSON. */
    sieves: (mission: string) => `${of(mission)}:note-sieves`,
    /** Hash: item key → `mission/note`, where a person's message is kept; by it an edit finds its note. */
    keptMessages: (user: number) => `${prefix}:user:${user}:kept-messages`,
    /** Hash: `event/later-1` → until when (programme time) a person has put a prompt off; `event/nothing` → when they had nothing to add. */
    prompts: (mission: string, seat: string) => `${of(mission)}:prompts:${seat}`,
    /** Sorted set: `mission/seat/instant` by that instant (programme time), when a person is to be looked at for notes. */
    wakings: `${prefix}:wakings`,
    /** Hash: `seat/date` → the update by which an organiser nudged them that day. */
    nudges: (mission: string) => `${of(mission)}:nudges`,
    /** Hash: mark from 1 to 5 → how many gave it. No name stands here. */
    ratings: (mission: string) => `${of(mission)}:survey:ratings`,
    /** Sorted set by chance: what was written in the closing questionnaire, as JSON. No name and no time stands here. */
    surveyWords: (mission: string) => `${of(mission)}:survey:words`,
    /** Sorted sets in the order of the alphabet: the people (Telegram ids) who have given a mark, and those who have written. */
    surveyRated: (mission: string) => `${of(mission)}:survey:rated`,
    surveyWrote: (mission: string) => `${of(mission)}:survey:wrote`,
    /** String: the note a person is writing just now. */
    openNote: (user: number) => `${prefix}:user:${user}:open-note`,
    /** String: the question a person is writing just now; hash: what they have written of it, as JSON. */
    openQuestion: (user: number) => `${prefix}:user:${user}:open-question`,
    questionDraft: (user: number) => `${prefix}:user:${user}:question-draft`,
    /** String: the event for whose absence a person is to give a reason, as JSON. */
    awaitedReason: (user: number) => `${prefix}:user:${user}:awaited-reason`,
    /** String: what a person's next message is to be, an answer or a place. */
    awaited: (user: number) => `${prefix}:user:${user}:awaited`,
    /** Hash: broadcast id → the broadcast with the snapshot of what was written, as JSON. */
    broadcasts: (mission: string) => `${of(mission)}:broadcasts`,
    /** Hash: seat id → when (programme time) it confirmed a broadcast. */
    confirmed: (mission: string, broadcast: string) => `${of(mission)}:broadcast:${broadcast}:confirmed`,
    /** String: what an organiser's card of a broadcast showed last, while it is at work. */
    cardShown: (mission: string, card: string) => `${of(mission)}:card:${card}`,
    /** Sorted set: `mission broadcast task`, by the programme time at which the tick is to hand it over. */
    broadcastsDue: `${prefix}:broadcasts-due`,
    /** String: the broadcast a person is writing just now. */
    openBroadcast: (user: number) => `${prefix}:user:${user}:open-broadcast`,
    /** Hash: message number → the broadcast that an organiser's message has gone into. */
    broadcastSources: (user: number) => `${prefix}:user:${user}:broadcast-sources`,
    /** Hash: something a person wrote that has found no place yet, as JSON; by update id. */
    unplaced: (user: number) => `${prefix}:user:${user}:unplaced`,
    /** String: how often an update has been tried, or that it is done. */
    update: (update: number) => `${prefix}:update:${update}`,
    /** Sorted set of updates that could not be handled, as JSON, by the time they were given up. */
    setAside: `${prefix}:set-aside`,
    /** String: the process that polls Telegram just now. */
    poller: `${prefix}:poller`,
    /** String: the update a chat is being served with just now, by any of several processes; beside it, who waits. */
    turn: (chat: string) => `${prefix}:turn:${chat}`,
    /** String: the job that is sending to a recipient just now. */
    lease: (recipient: string) => `${prefix}:lease:${recipient}`,
    /** Conversations plugin: the state of a chat's scenes. */
    scene: (chat: string) => `${prefix}:scene:${chat}`,
    /** BullMQ keeps its own keys under this one. */
    queue: `${prefix}:queue`,
  };
}

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
    /** Hash: organiser's seat, or `file` → the draft of a change, as JSON. */
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
    /** Hash: `seat/choice` → event id. */
    choices: (mission: string) => `${of(mission)}:choices`,
    /** Hash: event id → how many seats picked it. */
    picked: (mission: string) => `${of(mission)}:picked`,
    /** Hash: reminder identity → what became of it, as JSON. */
    ledger: (mission: string, seat: string) => `${of(mission)}:ledger:${seat}`,
    /** List: what organisers did, as JSON, the newest first. */
    audit: (mission: string) => `${of(mission)}:audit`,
    /** Hash: mission id → the revision and the instant up to which what is owed has been handed to the queue. */
    ticks: `${prefix}:ticks`,
    /** Hash: user id → mission id → seat id. */
    user: (user: number) => `${prefix}:user:${user}`,
    /** String: the mission a person has switched to. */
    current: (user: number) => `${prefix}:user:${user}:current`,
    /** Hash: what an invitation is for and how often it may still be used. */
    invitation: (code: string) => `${prefix}:invitation:${code}`,
    /** String: the code of the claim link in the log, while nobody has used it. */
    claim: `${prefix}:claim`,
    /** Counter: wrong invitation codes of a user; gone after an hour. */
    guesses: (user: number) => `${prefix}:guesses:${user}`,
    /** Hash: note id → the note without its items, as JSON. */
    notes: (mission: string) => `${of(mission)}:notes`,
    /** Hash: item key → one message of a note, as JSON. */
    noteItems: (mission: string, note: string) => `${of(mission)}:note:${note}`,
    /** Sorted sets of note ids by time: everybody's, and one author's. */
    notesByTime: (mission: string) => `${of(mission)}:notes-by-time`,
    notesBySeat: (mission: string, seat: string) => `${of(mission)}:notes-of:${seat}`,
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
    /** Hash: mark from 1 to 5 → how many gave it. No seat stands here. */
    ratings: (mission: string) => `${of(mission)}:survey:ratings`,
    /** Sorted set by chance: what was written in the closing questionnaire, as JSON. No seat and no time stands here. */
    surveyWords: (mission: string) => `${of(mission)}:survey:words`,
    /** Sorted sets in the order of the alphabet: the seats that have given a mark, and those that have written. */
    surveyRated: (mission: string) => `${of(mission)}:survey:rated`,
    surveyWrote: (mission: string) => `${of(mission)}:survey:wrote`,
    /** String: the note a person is writing just now. */
    openNote: (user: number) => `${prefix}:user:${user}:open-note`,
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

### At the door: questions after an event, the organisers' nudge, the questionnaire at the end.

prompt-results = What came of it?
prompt-people = Whom did you meet?
prompt-hospital = ⚕️ No photos and no data of patients.
prompt-how = Text, voice, a photo or a contact will do. Simply reply to this message.
prompt-later = I will ask again at { $time }.
prompt-closed = All right, no more questions about this event. If something comes to mind, tap “Take a note”.
prompt-evening = 📝 Notes: { $events }
button-prompt-note = 📝 Take a note
button-prompt-later = Later
button-prompt-nothing = Nothing to add
prompt-later-too-often = It can be put off twice. Write when it suits you: /note
nudge = 📝 The organisers are collecting the results. Your notes are awaited:

survey-heading = Remarks and suggestions
survey-question = How was the trip organised? Please rate it from 1 (poor) to 5 (excellent).
survey-anonymous = The questionnaire is anonymous: your rating is kept without name, position or time. Organisers see the result once at least three have answered.
survey-rated = ✅ Thank you, your rating is counted.
survey-words = If you like, write your remarks and suggestions: without your name as well.
survey-write = Write in one message. Neither name nor position is kept.
survey-written = ✅ Thank you, saved without your name.
survey-rated-before = Your rating is already counted.
survey-wrote-before = Your remarks have already been taken.
survey-text = Please write in words: one text message.
button-survey-words = ✍️ Write
survey-few = { $answered ->
    [0] Nobody has answered yet.
    [one] { $answered } person has answered so far.
   *[other] { $answered } people have answered so far.
  } The result is shown after three answers, so that the questionnaire stays anonymous.
survey-results = { $answered ->
    [one] { $answered } person has answered
   *[other] { $answered } people have answered
  }, the average is { $average }
survey-no-words = Nobody has written anything.

sent-prompt = Question about the outcome: { $event }
sent-nudge = Reminder to send notes
sent-survey = Closing questionnaire

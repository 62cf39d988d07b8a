### Договорённости (с принимающей стороной) и поручения (внутри делегации).

plain-agreements = договорённости | договоренности | поручения
command-agreements = договорённости и поручения
desk-agreements = 🤝 Договорённости и поручения

sort-agreement = 🤝 Договорённость
sort-assignment = 📌 Поручение
sign-agreement = 🤝
sign-assignment = 📌

agreements-mine = Ваши договорённости и поручения: { $total }
agreements-all = Все договорённости и поручения: { $total }
agreements-overdue = ⌛ Просрочено: { $total }
agreements-none = Здесь будут договорённости с принимающей стороной и поручения. Их можно оформить из заметки (/notes) или кнопкой ниже.
agreements-none-overdue = Просроченных нет.
agreements-more = И ещё: { $count }

agreement-made = ✅ Записано. Проверьте, кто и к какому сроку.
agreement-owner = Исполняет: { $value }
agreement-to = Кому: { $value }
agreement-deadline = Срок: { $value }
agreement-deadline-none = не указан
agreement-state = Состояние: { $value }
agreement-event = Мероприятие: { $value }
agreement-until = до { $date }
agreement-overdue = ⌛ до { $date }, просрочено
agreement-no-deadline = без срока
agreement-state-open = в работе
agreement-state-moved = в работе, срок перенесён
agreement-state-done = ✅ выполнено
agreement-state-dropped = снято
agreement-change = { $when } · { $what } · { $who }
agreement-did-made = записано
agreement-did-what = изменён текст
agreement-did-owner = изменён исполнитель
agreement-did-to = указано, кому обещано
agreement-did-deadline = срок { $date }
agreement-did-moved = срок перенесён на { $date }
agreement-did-done = выполнено
agreement-did-dropped = снято
agreement-did-reopened = возвращено в работу

agreement-ask-new-agreement = О чём договорились с принимающей стороной? Напишите одним сообщением, до 500 знаков.
agreement-ask-new-assignment = Что поручается? Напишите одним сообщением, до 500 знаков.
agreement-ask-what = Напишите новый текст, до 500 знаков.
agreement-ask-to = Кому это обещано? Напишите, до 120 знаков.
agreement-ask-owner-agreement = Кто исполняет? Выберите участника делегации или напишите, кто с принимающей стороны.
agreement-ask-owner-assignment = Кто исполняет? Выберите участника делегации.
agreement-ask-deadline = К какому сроку? Выберите или напишите: «1 декабря», «в пятницу», «через две недели».
agreement-words = Напишите словами, до 500 знаков.
agreement-who-words = Напишите словами, до 120 знаков.
agreement-choose-owner = Поручение исполняет участник делегации: выберите его кнопкой.
agreement-not-a-date = Не похоже на дату. Напишите так: «1 декабря», «01.12.2016» или «в пятницу».
agreement-date-past = Эта дата уже прошла. Напишите другую или добавьте год.
agreement-gone = Этого в списке больше нет, или оно теперь не у вас. Откройте /agreements.

button-note-agreement = 🤝 Оформить договорённость
button-note-assignment = 📌 Оформить поручение
button-agreement-new = ➕ Договорённость
button-assignment-new = ➕ Поручение
button-agreements = ‹ Договорённости
button-agreements-mine = Мои
button-agreements-all = Все
button-agreements-overdue = ⌛ Просроченные
button-agreement-done = ✅ Выполнено
button-agreement-dropped = 🚫 Снять
button-agreement-reopened = ↩️ Вернуть в работу
button-agreement-deadline = 📅 Срок
button-agreement-owner = 👤 Кто исполняет
button-agreement-to = Кому обещано
button-agreement-what = ✏️ Текст
button-agreement-note = 📝 Заметка
button-agreement-back = ‹ Назад
button-plus-week = +1 неделя: { $date }
button-plus-month = +1 месяц: { $date }
button-no-deadline = Без срока

agreements-week = 🗓 Договорённости и поручения в работе: { $count }
agreements-before = { $count ->
    [1] ⏰ Завтра срок
   *[other] ⏰ Завтра срок, всего { $count }
  }
agreements-after = { $count ->
    [1] ⌛ Срок прошёл
   *[other] ⌛ Срок прошёл, всего { $count }
  }
agreements-given = { $count ->
    [1] 📌 Вы назначены исполнителем
   *[other] 📌 Вы назначены исполнителем, всего { $count }
  }

deed-make-agreement = записана договорённость или поручение
deed-change-agreement = изменена договорённость или поручение
deed-done-agreement = отмечено выполнение
deed-dropped-agreement = снята договорённость или поручение
deed-reopened-agreement = договорённость или поручение возвращены в работу

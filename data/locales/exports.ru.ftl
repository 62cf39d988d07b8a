### Выгрузки: заметки, контакты, договорённости, явка, всё сразу, вложения; работа в фоне.

file-kind-report = 📘 Итоговый отчёт
file-kind-notes = 📝 Заметки (Excel)
file-kind-contacts = 👤 Контакты (Excel)
file-kind-agreements = 🤝 Договорённости (Excel)
file-kind-attendance = ✅ Явка (Excel)
file-kind-all = 🗂 Всё вместе (JSON)
file-kind-media = 🗄 Вложения (zip)
file-kind-mine = 🗄 Мои материалы
making-begun = ⏳ Собираю. Файл придёт в этот чат, можно продолжать работу.
making-going = ⏳ Собираю. Готово: { $done }
making-done = { $files ->
    [one] ✅ Готово, { $files } файл.
    [few] ✅ Готово, { $files } файла.
   *[other] ✅ Готово, { $files } файлов.
  }
making-nothing = Пока ничего нет.
making-failed = ❗ Собрать не удалось. Попробуйте ещё раз; если не получится, сообщите тому, кто ведёт бота.
making-left-out = { $count ->
    [one] ⚠️ Не вошёл { $count } файл. Файлы больше 20 МБ Telegram ботам не отдаёт. Список с причинами — в архиве.
    [few] ⚠️ Не вошли { $count } файла. Файлы больше 20 МБ Telegram ботам не отдаёт. Список с причинами — в архиве.
   *[other] ⚠️ Не вошло { $count } файлов. Файлы больше 20 МБ Telegram ботам не отдаёт. Список с причинами — в архиве.
  }
privacy-files = Итоги миссии (заметки, контакты, договорённости, явку) организаторы могут выгрузить файлом и включить в отчёт; телефоны и почта ваших знакомых попадают в отчёт только с их согласия. Всё своё вы получите файлом по кнопке ниже.
button-mine = 🗄 Мои материалы
xlsx-date = dd.mm.yyyy
xlsx-time = dd.mm.yyyy hh:mm
xlsx-sheet-notes = Заметки
xlsx-sheet-contacts = Контакты
xlsx-sheet-agreements = Договорённости
xlsx-sheet-attendance = Явка
xlsx-event = Событие
xlsx-event-date = Дата события
xlsx-author = Автор
xlsx-written = Записано
xlsx-kind = Вид
xlsx-text = Текст
xlsx-marks = Отметки
xlsx-readers = Кто читает
xlsx-file = Файл
xlsx-note = Номер заметки
xlsx-name = Имя
xlsx-position = Должность
xlsx-organisation = Организация
xlsx-phone = Телефон
xlsx-email = Почта
xlsx-met = Дата знакомства
xlsx-met-by = Кто познакомился
xlsx-share = Согласие
xlsx-remark = Примечание
xlsx-sort = Вид
xlsx-what = Содержание
xlsx-owner = Ответственный
xlsx-helpers = Соисполнители
xlsx-to = Кому
xlsx-deadline = Срок
xlsx-state = Состояние
xlsx-made = Записано
xlsx-made-by = Кто записал
xlsx-person = Участник
xlsx-attendance = Явка
xlsx-came = пришёл
xlsx-excused = предупредил
xlsx-absent = не пришёл
xlsx-unknown = не отмечен
archive-left-out = Не вошли в архив
archive-big = больше 20 МБ: Telegram не отдаёт такие файлы ботам, файл остался в переписке автора
archive-no-answer = Telegram не отдал файл
archive-all = Все вложения вошли в архив.
archive-checksums = Контрольные суммы (SHA-256) — в файле manifest.json.
deed-file-report = собран итоговый отчёт
deed-file-notes = выгружены заметки
deed-file-contacts = выгружены контакты
deed-file-agreements = выгружены договорённости
deed-file-attendance = выгружена явка
deed-file-all = выгружены все итоги
deed-file-media = выгружены вложения

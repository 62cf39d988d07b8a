### Программа файлом: получить, прислать, сравнить.

export-which = Что прислать файлом? Программа: редакция № { $revision }.
export-general = 📄 Программа (Word)
export-working = 📄 Рабочая программа (Word)
export-xlsx = 📊 Программа и люди (Excel)
export-template = 📊 Пустой шаблон (Excel)
export-json = 🗂 Файл миссии (JSON)
file-too-big = Файл слишком большой. Пришлите файл программы до 2 МБ.
file-no-answer = Файл не удалось получить. Пришлите его, пожалуйста, ещё раз.
file-problems = { $count ->
    [one] ❗ В файле { $count } ошибка, ничего не изменено:
    [few] ❗ В файле { $count } ошибки, ничего не изменено:
   *[other] ❗ В файле { $count } ошибок, ничего не изменено:
  }
file-problems-more = И ещё ошибок: { $count }
file-problems-end = Исправьте и пришлите файл ещё раз.
file-new-mission = Новая миссия: событий { $events }, мест { $seats }. Добавить её?
file-others-mission = Миссия с таким id уже есть, и вы в ней не организатор. Дайте файлу другой id.
file-other-mission = Это файл другой вашей миссии. Сначала выберите её: /missions
file-differs = 📂 Файл миссии на сервере изменился и отличается от действующей программы
file-differs-choose = Действует прежняя программа. Взять изменения из файла?
file-left = Действует прежняя программа.
button-file-take = ✅ Взять из файла
button-file-leave = Оставить как есть
button-add-mission = ✅ Добавить миссию

## Люди из файла
file-people-heading = 👥 Роли, группы, автобусы: сейчас → в файле
file-people-role = роль { $now } → { $file }
file-people-groups = группы: { $change }
file-people-vehicle = автобус: { $now } → { $file }
file-people-organiser = «организатор»
file-people-delegate = «участник»
file-people-none = нет
file-people-more = И ещё мест: { $count }
file-people-stay = Оставим как сейчас.
file-people-taken = ❗ Возьмём из файла.
file-people-added = { $count ->
    [one] ➕ { $count } новое место
    [few] ➕ { $count } новых места
   *[other] ➕ { $count } новых мест
  }
file-people-removed = { $count ->
    [one] ➖ { $count } свободного места в файле нет: оно исчезнет
    [few] ➖ { $count } свободных мест в файле нет: они исчезнут
   *[other] ➖ { $count } свободных мест в файле нет: они исчезнут
  }
button-people-take = 👥 Роли и группы из файла
button-people-stay = 👥 Роли и группы как сейчас

### Контакты: люди, с которыми делегация познакомилась. Кому позвонить за помощью — в ru.ftl.

plain-contacts = контакты | визитки | визитка | мои контакты
command-contacts = контакты: с кем познакомились
desk-contacts = 👤 Контакты делегации

met-heading = 👤 Контакты: { $total }
met-found = 👤 Найдено: { $total } («{ $search }»)
met-none = Здесь будут те, с кем вы познакомились. Пришлите контакт Telegram или файл .vcf либо нажмите «Записать контакт».
met-none-found = Никого не нашлось.
met-search-hint = Поиск: /contacts и слово, например «/contacts ромашка».
met-no-organisation = Без организации
met-nameless = Имя не указано
met-add =
    Пришлите контакт Telegram, файл .vcf или напишите одним сообщением: имя, должность, организация, телефон, почта — в любом порядке.

    Например: Фамилия Имя, директор, ООО «Ромашка», +7 000 000-00-00
met-saved = ✅ Контакт записан. Проверьте, всё ли верно.
met-saved-many = { $count ->
    [one] ✅ Записан { $count } контакт. Откройте его, чтобы проверить:
    [few] ✅ Записано { $count } контакта. Откройте каждый, чтобы проверить:
   *[other] ✅ Записано { $count } контактов. Откройте каждый, чтобы проверить:
  }
met-not-a-card = Контакт прочитать не удалось. Напишите имя, должность, организацию, телефон словами или пришлите файл .vcf до 512 КБ.
met-where = 🤝 { $where } · автор: { $who }
met-alike = ⚠️ Похоже, этот человек уже записан.
met-share-ask = Согласен ли человек, чтобы его контакт видела вся делегация?
met-seen-yes = Контакт видит вся делегация.
met-seen-no = Контакт видят те, кто его записал, и организаторы: на большее согласия нет.
met-seen-unknown = Контакт видят те, кто его записал, и организаторы: о согласии не спрашивали.
met-edit-ask = Что исправить?
met-type = Напишите, как правильно. Чтобы стереть, отправьте «-».
met-type-name = Напишите, как правильно.
met-words = Напишите словами.
met-not-phone = Не похоже на номер телефона. Напишите его с кодом, например +7 000 000-00-00; несколько — через запятую.
met-not-email = Не похоже на адрес почты. Напишите его целиком, например name@example.com; несколько — через запятую.
met-event-ask = Где вы познакомились?
met-no-event = Вне программы
met-same-ask = Это один и тот же человек?
met-same-note = При объединении сохраняются оба автора, все встречи, телефоны и адреса. Объединение можно отменить.
met-merged = Контакты объединены.
met-part-ask = Разъединить контакт «{ $who }»? Вернутся две прежние карточки; исправления, сделанные после объединения, пропадут.
met-parted = Контакты разъединены.
met-delete-ask = Удалить контакт «{ $who }»? Вернуть его будет нельзя.
met-deleted = Контакт удалён.
met-gone = Этого контакта больше нет, или он изменился. Откройте /contacts.
met-doubles-none = Повторов нет.
met-doubles = { $count ->
    [one] Похоже, { $count } человек записан дважды. Откройте и решите:
    [few] Похоже, { $count } человека записаны дважды. Откройте и решите:
   *[other] Похоже, { $count } человек записаны дважды. Откройте и решите:
  }

button-met-add = 👤 Записать контакт
button-met-all = Показать все
button-met-doubles = ⚠️ Возможные повторы: { $count }
button-met-vcf = 📇 Для адресной книги (.vcf)
button-met-xlsx = 📊 Таблица Excel (.xlsx)
button-met-list = ‹ Контакты
button-met-share-yes = ✅ Согласен: показать всем
button-met-share-no = 🚫 Не согласен
button-met-share-unknown = ❔ Не спрашивали
button-met-edit = ✏️ Исправить
button-met-field = { $field }: { $value }
button-met-same = 🔗 Сравнить: { $who }
button-met-merge = 🔗 Да, объединить
button-met-other = Нет, это разные люди
button-met-part = ↩️ Разъединить
button-met-part-yes = Да, разъединить
button-met-delete = 🗑 Удалить
button-met-delete-yes = Да, удалить
button-met-back = ‹ Назад

met-sheet = Контакты
met-date-format = dd.mm.yyyy
met-column-name = Имя
met-column-position = Должность
met-column-organisation = Организация
met-column-phone = Телефон
met-column-email = Почта
met-column-event = Мероприятие
met-column-date = Дата
met-column-by = Записали
met-column-share = Согласие
met-share-yes = да
met-share-no = нет
met-share-unknown = не спрашивали

deed-edit-contact = исправлена карточка контакта
deed-merge-contacts = объединены контакты
deed-part-contacts = разъединены контакты
deed-delete-contact = удалён контакт
deed-export-contacts = выгружены контакты

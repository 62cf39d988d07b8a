### Изменения в программе: что было и что стало.

news-heading = { $count ->
    [one] 🔁 Изменение в программе
    [few] 🔁 Изменения в программе: { $count }
   *[other] 🔁 Изменения в программе: { $count }
  }
news-more = { $count ->
    [one] И ещё { $count } изменение. Откройте программу.
    [few] И ещё { $count } изменения. Откройте программу.
   *[other] И ещё { $count } изменений. Откройте программу.
  }
news-cancelled = ❌ Отменено: { $title }
news-not-yours = ➖ Больше не в вашей программе: { $title }
news-added = ➕ Добавлено: { $title }
news-restored = ↩️ Восстановлено: { $title }
news-time = Было { $before } → стало { $after }
news-same = { $what } (без изменений)
news-earlier = { $now } (было: { $before })
news-unsaid = не указано
news-place = 📍 Было: { $before } → стало: { $after }
news-nowhere = место не указано
news-gathering-none = ⏰ Отдельного сбора не будет
news-confirmed = ✅ Подтверждено: время и место окончательные
news-held = ⏳ Задерживается, время уточняется (было: { $before })
news-resumed = ▶️ Состоится: { $after }
news-no-vehicle = 🚌 Без автобуса
news-no-dress = 👔 Без особой формы одежды
news-no-bring = 🎒 С собой ничего не нужно
news-no-choice = 🔀 Выбирать больше не нужно
news-no-role = Ваша роль на этом мероприятии снята
news-approved = ✅ Программа утверждена.
news-withdrawn = Программа возвращена на доработку. Она снова появится здесь, когда её утвердят.
news-replaced = 🔁 Это изменение заменено более новым, оно ниже.
button-accept = ✅ Принято
accept-thanks = Спасибо, отмечено.
accept-old = Есть более новое изменение, оно ниже. Подтвердите, пожалуйста, его.
accepted = ✅ Принято в { $time }

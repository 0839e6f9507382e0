backtest-part = Чого варті були правила
backtest-caption = Кожну групу прогнозують за іншими групами. Якість показує, наскільки це було краще за частку подій в інших групах (Брієр), з 95-відсотковим інтервалом за групами, витягнутими наново. Напрям: як часто випадок із подією мав те значення, якого від нього чекає правило (0,5 — випадковість).
backtest-rivals-caption = Прості суперники на тих самих випадках, кожен сам по собі, і що до них додає правило.
backtest-said-caption = Правила, як їх формулюють, поруч із незмінною вказівкою на частіший наслідок.
backtest-head-rule = Правило
backtest-head-cases = Випадки (групи)
backtest-head-events = Події
backtest-head-skill = Якість
backtest-head-in-sample = На своїх випадках
backtest-head-direction = Напрям
backtest-head-log = Лог-оцінка (база)
backtest-head-calibration = Калібрування
backtest-head-coefficient = Коефіцієнт
backtest-head-influence = Найвпливовіша група
backtest-head-rival = Суперник
backtest-head-alone = Якість окремо
backtest-head-adds = Правило додає
backtest-head-said = Правило, як його формулюють
backtest-head-right = Правильно
backtest-head-commoner = Частіший наслідок
backtest-head-gain = Різниця
backtest-head-missed = Пропущено
backtest-head-alarms = Хибна тривога
backtest-groups = { $cases } ({ $groups })
backtest-not-scored = не оцінено
backtest-beside-base = { $own } ({ $base })
backtest-without = { $group }: без неї { $moved }
backtest-clean = чітко розділяє
backtest-flat = майже не змінюється
backtest-with = { $rule }, разом із: { $beside }
backtest-said-above = подія від { $amount }
backtest-said-below = подія нижче { $amount }
count-cases = { $count ->
    [one] { $count } випадок
    [few] { $count } випадки
   *[other] { $count } випадків
}
count-missions = { $count ->
    [one] { $count } місія
    [few] { $count } місії
   *[other] { $count } місій
}
count-battles = { $count ->
    [one] { $count } бій
    [few] { $count } бої
   *[other] { $count } боїв
}
count-occupations = { $count ->
    [one] { $count } окупація
    [few] { $count } окупації
   *[other] { $count } окупацій
}
count-months = { $count ->
    [one] { $count } місяць
    [few] { $count } місяці
   *[other] { $count } місяців
}
backtest-skill = { $rule }: прогнози кращі за саму частку подій; якість { $skill } ({ $cases }, груп: { $groups }).
backtest-unclear = { $rule }: якості не можна показати, { $skill } ({ $cases }, груп: { $groups }).
backtest-worse = { $rule }: прогнози гірші за саму частку подій; якість { $skill } ({ $cases }, груп: { $groups }).
backtest-too-few = { $rule }: нічого не можна сказати; { $cases }, із подією { $events }, груп { $groups } — цього замало.
backtest-no-event = { $rule }: нічого не можна сказати; { $cases }, події не було в жодному.
backtest-all-events = { $rule }: нічого не можна сказати; { $cases }, подія була в кожному.
backtest-rival = Суперник («{ $rival }») сам по собі кращий: { $skill }.
backtest-as-said = Як його формулюють, правило було слушним у { $hits } випадків, не частіше за незмінну вказівку на частіший наслідок ({ $base }).
backtest-nearest = Найближчі до { $value } тут, за показником «{ $rule }»: { $cases }.
backtest-nearest-with = { $name } { $number }, із подією
backtest-nearest-without = { $name } { $number }, без неї
backtest-about = Якщо подій менше ніж { $least }, випадків без події менше ніж { $least } або груп менше ніж { $groups }, нічого не оцінюють.
backtest-care = Це зв’язки, а не причини: великі сили йдуть туди, де неспокійно, а таблиці показують, що сталося, а не що сталося б з іншими силами. Довідка: forcesize help track-record
backtest-cite = Дані: { $cite }.
backtest-footer = Дані: { $cite }
backtest-alone = { $rival }: окремо
backtest-group = { $rule } ({ $cases }, із подією { $events })
backtest-skill-case = { $title }; кожну групу прогнозують за іншими; лінії: 95-відсоткові інтервали за групами, витягнутими наново
backtest-skill-axis = Якість
backtest-base = не краще за частку подій
backtest-some-rules = { $count } з { $all } правил
finding-backtest-ahead = Краще за частку подій і за кожного простого суперника: { $rules }
finding-backtest-behind = Жодне правило не перевершує водночас частку подій і своїх простих суперників
finding-backtest-better = Краще за частку подій: { $rules }
finding-backtest-no-better = Не показано, що якесь правило краще за частку подій
backtest-came = справдилося
backtest-right = як у прогнозі
backtest-reliability = Як справджувалися прогнози: { $rule }
backtest-reliability-case = класів однакового розміру: { $bins }; подія: { $event }; площа: 95-відсотковий інтервал незалежних випадків
backtest-forecast-axis = Прогноз за іншими групами
backtest-came-axis = Частка з подією
backtest-with-event = із подією ({ $count })
backtest-without-event = без події ({ $count })
backtest-support = На яких значеннях оцінено правила
backtest-support-case = { $title }; точка на випадок, щонайбільше 200 у рядку; прямокутник: квартилі від десяти випадків
badge-never = ніколи не перевірялося
badge-skill = { $cases }: якість { $skill }
badge-rival = { $cases }: якість { $skill }, суперник («{ $rival }») сам кращий
badge-no-failure = { $cases } без жодної невдачі: нічого не можна сказати
badge-few = { $cases }, із подією { $events }: нічого не можна сказати
badge-low = таке низьке значення мали { $count } з { $cases }
badge-high = таке високе значення мали { $count } з { $cases }
badge-inside = у межах даних
badge-of = { $label }: { $badge }
badge-and = { $badge }; { $support }
badge-head = Підсумок перевірки
badge-care = Підсумок показує, що власне співвідношення методу спрогнозувало б щодо чужих випадків: це зв’язки з небагатьох відібраних випадків. Довідка: forcesize help track-record
outcome-held = спокій тоді й потім
outcome-ended = бої тоді, спокій потім
outcome-continued = бої тоді й потім
outcome-resumed = спокій тоді, бої потім
outcome-not-coded = не закодовано
missions-head-outcome = Конфлікт на час підрахунку й потім
outcome-missions = Що було після кожного підрахунку, закодовано за чужими даними: конфлікт із 25 або більше загиблими в боях за рік — активний. Це не те, що зробила місія.
outcome-nearest = Що було після найближчих місій: { $missions }.
outcome-of = { $mission }: { $outcome }
sizing-head-beside = Частка в { $data } (інтервал, випадки)
sizing-in-other = { $share } ({ $interval }, { $cases })
sizing-disagree = На { $cases } із { $data } ці частки мають якість { $skill }, на власних випадках — { $own }: що одна збірка каже про клас, не переноситься на іншу. Обидві походять від тих самих істориків, тож не є незалежними.
answer-tested = Підсумок перевірки: { $badges }.
outcome-war = { $outcome }, війна
missions-head-years = Роки після
missions-head-conflicts = Конфлікт, або чому не закодовано
answer-none-tested = жодного з методів ({ $count }) ніколи не перевіряли
answer-others-untested = { $count ->
    [one] інший не перевіряли
   *[other] решту ({ $count }) не перевіряли
}
missions-head-pooled = Об’єднано (95 %)
missions-pooled = Часткове об’єднання: вид із малою кількістю місій запозичує в усіх (місця в межах видів, логарифми; 95-відсотковий інтервал середнього виду). Воно стоїть поруч із медіанами власних місць, і жодної вибірки з нього не беруть.
build-up-history = Місії ООН в Африці, розпочаті в { $from }–{ $to } роках ({ $count }), мали половину найбільшої чисельності перших двох років у середньому за { $half } міс., а дев’ять десятих — за { $most } міс. ({ $half_ends } і { $most_ends }; { $cite }). Ідеться про розгорнуту чисельність, а не про дозволену.
badge-head-of = Його співвідношення на
badge-head-here = Цей сценарій

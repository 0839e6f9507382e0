compare-part = Сценарії поруч
compare-head-scenario = Сценарій
compare-head-title = Назва
compare-head-difference = Різниця
compare-head-ratio = Співвідношення
compare-head-cause = Через що
compare-head-adds = Внесок
compare-head-share = Частка
compare-head-change = Від A до { $letter }
compare-set = { $title } (задано: { $values })
compare-not-given = не вказано
compare-assumed = припущено
compare-inputs = Вхідні величини, що відрізняються
compare-inputs-more = Вхідні величини, що відрізняються; ще { $count } величин членів груп у compare_inputs.csv
compare-metrics-of-two = Показники; різниця й співвідношення з A
compare-metrics = Показники
compare-differences = Різниця з A та співвідношення
compare-ranges = Крайні значення: найменше й найбільше за заявленими діапазонами всіх величин
compare-percentiles = Діапазони, від 5-го до 95-го перцентиля вибірок
compare-why = Чому { $letter } відрізняється від A: що зміна кожної величини додає до різниці
compare-others = Решта величин разом ({ $count })
compare-model = Формули або величини, які має лише один сценарій
compare-undefined-here = { $letter } його не визначає
compare-lacks = у { $letter } бракує { $needs }
compare-dimension = у { $letter } він вимірює щось інше, ніж в A
compare-no-value-both = він не має значення в A та в { $letter }
compare-no-value = він не має значення в { $letter }
compare-on-the-way = він не має значення, якщо { $inputs } як у { $letter }, а решта як в A
compare-nothing-differs = Сценарії не відрізняються жодною вхідною величиною чи показником.
compare-no-metric-differs = Жоден показник не відрізняється.
compare-shapley = Пояснення — це значення Шеплі: що додає зміна величини, усереднено за всіма порядками, у яких величини можуть змінюватися; сума часток дорівнює різниці.
compare-grouped = Понад { $most } причин ті величини, що найменше змінюють показник окремо або останніми, взято разом: { $inputs }.
compare-cannot = { $metric }: A та { $letter } не можна порівняти: { $reason }.
compare-same = { $metric }: у { $letter } так само, як в A.
compare-mainly = { $all ->
    [one] { $letter } відрізняється від A, бо інші дані: { $cause }.
   *[other] { $letter } відрізняється від A насамперед тому, що інші дані: { $cause }; це найбільша причина для { $count } з { $all } показників.
}
compare-several = { $letter } відрізняється від A з кількох причин; найбільші з них для { $all } показників: { $causes }.
compare-cause-named = { $cause } ({ $change })
compare-cause-counted = { $cause } ({ $count })
compare-cause = { $amount } через: { $cause }
compare-cause-change = { $amount } через: { $cause } ({ $change })
compare-rest = { $amount } через решту ({ $count })
compare-higher = { $metric }: у { $letter } на { $difference } більше, ніж в A ({ $to } проти { $from }): { $causes }.
compare-lower = { $metric }: у { $letter } на { $difference } менше, ніж в A ({ $to } проти { $from }): { $causes }.
compare-footer = Сценарії: { $scenarios }. Джерела: { $sources }. Обчислено за допомогою forcesize.
compare-footer-set = Сценарії: { $scenarios }, зі значеннями, заданими вручну. Джерела: { $sources }. Обчислено за допомогою forcesize.
compare-case-samples = Центральний випадок; заштриховано: з чим порівнюють решту; відрізки: від 5-го до 95-го перцентиля вибірок
compare-case-central = Центральний випадок; заштриховано: з чим порівнюють решту
compare-slope = Показники у відсотках від першого сценарію
compare-slope-case = Центральний випадок
compare-slope-case-more = Центральний випадок; лише в таблиці показників: { $count }
compare-waterfall = Чому відрізняється показник «{ $metric }»: { $one } та { $other }
compare-waterfall-case = Що додає зміна кожної величини, усереднено за всіма порядками змін (значення Шеплі)
compare-waterfall-spoken = Від { $from } до { $to }: { $steps }
pillars-part = На чому тримається план
pillars-none = Жодної з них
pillars-all = Усі
pillars-head = Що є
pillars-matrix = Показники з кожною опорою і без неї
pillars-shares = Що додає кожна опора від жодної до всіх, усереднено за всіма порядками (значення Шеплі)
pillars-change = { $input } { $without } замість { $with }
pillars-without = Без { $pillar }: { $changes }. { $note }
pillars-smaller = Якщо дві опори називають одну величину й обох немає, діє менше значення.
pillars-case = { $title }; центральний випадок. Суцільна крапка: опора є. Сильніший відтінок: далі від випадку з усіма опорами, ▲ — вище за нього, ▼ — нижче
pillars-case-ranges = { $title }; центральний випадок. Суцільна крапка: опора є. Сильніший відтінок: далі від випадку з усіма опорами, ▲ — вище за нього, ▼ — нижче; дрібно: від 5-го до 95-го перцентиля
pillars-nothing = немає
pillars-and-more = { $low } і більше
pillars-nothing-left = «Немає» стоїть там, де ні на що ділити: жодне число, хоч яке велике, не було б правильним.
pillars-case-more = { $count ->
    [one] { $case }; у таблиці ще { $count } показник
    [few] { $case }; у таблиці ще { $count } показники
   *[other] { $case }; у таблиці ще { $count } показників
}
pillars-case-nothing = { $case }; «немає»: ні на що ділити
compare-change = від { $from } до { $to }
pillars-not-stated = Сценарій не називає нічого, на що він спирається: додайте [[pillar]] з `label` і `without`, тобто дані за відсутності цієї опори.

answer-how-thick = ЩІЛЬНІСТЬ
answer-how-many = СКІЛЬКИ
answer-yardstick = МІРИЛО
answer-history = ІСТОРІЯ
answer-sustainable = ЧИ НАДОВГО?
answer-in-place = НА МІСЦІ
answer-cost = ВАРТІСТЬ
answer-how-sure = ПЕВНІСТЬ
answer-careful = ЗАСТЕРЕЖЕННЯ
answer-read-on = ЧИТАТИ ДАЛІ
answer-about = { $purpose }; { $force }
answer-no-purpose = мету не названо
answer-proposed = пропонується: { $forces }
answer-no-force-beside = чисельність не запропоновано; порівняно з іншими, що там є: { $others }
answer-no-force = чисельність не запропоновано: питання в тому, скільки
answer-force = { $number } ({ $name })
answer-forces = { $force } поруч із { $others }
answer-met-in = досягнуто в { $share }
answer-short-but = бракує { $short }, досягнуто в { $share }
answer-counted = Порівняно з усіма силами, які вони рахують, { $forces }: { $methods }.
answer-differ = Методи для мети «{ $purpose }» розходяться (множник { $factor }): спершу визначте завдання.
answer-none-meant = Жоден метод для мети «{ $purpose }» не можна обчислити; найближчому бракує { $needs }.
answer-none = Жоден метод не можна обчислити; найближчому бракує { $needs }.
answer-none-at-all = Жоден метод не можна обчислити.
answer-more-methods = ще { $count }: { $command }
answer-the-yardstick = Мірило
answer-at-this-size = { $name } у цьому масштабі: { $parts }.
answer-rank = { $density }: { $rank }.
answer-had-one = { $density }: минулі місії ({ $kinds }) відомі лише в 1 місці, з { $median } { $unit }.
answer-had = { $density }: минулі місії ({ $kinds }) мали від { $low } до { $high } { $unit }, медіана { $median }, у { $places ->
    [one] { $places } місці
   *[other] { $places } місцях
}.
answer-yes = Так
answer-no = Ні
answer-unsure = Не певно
answer-supply-lacks = не обчислено: бракує { $needs }
answer-no-contributors = не запитано: сценарій не називає учасників
answer-no-build-up = не обчислено: сценарій не дає темпу розгортання
answer-sustainable-by = ; { $force }, які можна утримувати, до дня { $day }.
answer-cost-chosen = { $number }, підстава: { $basis }.
answer-cost-others = За іншими підставами { $between }.
answer-no-cost = не обчислено: сценарій не дає вартості солдата на рік
answer-condition-met = { $condition }: у центральному випадку виконано.
answer-condition-not-met = { $condition }: у центральному випадку не виконано.
answer-only-levers = Нічого не розігрується: жодна невизначена величина не має діапазону (`role = "uncertainty"` робить величину випадковою).
answer-nothing-drawn = Діапазонів немає: жодна непевна величина не має меж.
answer-condition = { $condition }: у { $share } вибірок.
answer-more-conditions = { $count ->
    [one] Ще { $count } умова є у звіті.
    [few] Ще { $count } умови є у звіті.
   *[other] Ще { $count } умов є у звіті.
}
answer-reaches = { $subject } досягає { $target } за { $at } ({ $input }).
answer-share = { $input } ({ $share } %)
answer-mainly = Розкид показника «{ $metric }» походить передусім від: { $inputs }.
answer-assumed = { $count ->
    [one] { $count } число припущено.
    [few] { $count } числа припущено.
   *[other] { $count } чисел припущено.
}
answer-density = { $name } { $number }
answer-ended = { $text }.
answer-by = { $number } ({ $by })
answer-sustained = учасники ({ $members }) утримують { $number }
answer-all = Усі { $count }: { $all }
answer-to-spare = { $amount } понад потребу
answer-to-spare-in = { $amount } понад потребу, досить у { $share } вибірок
answer-short = бракує { $amount }
answer-short-in = бракує { $amount }, досить у { $share } вибірок
answer-by-day-alone = День { $day }, якщо обмежує лише транспорт.
answer-no-delays = ; не вказані затримки не враховано.
answer-by-day-cases = День { $day }, якщо обмежує лише транспорт (швидкий випадок: { $fast }; повільний: { $slow }).
answer-by-day = День { $day }, якщо обмежує лише транспорт (від { $fast } до { $slow }).
answer-without-value-one = { $metric } у { $share } вибірок
answer-without-value = Без значення (поза діапазонами, пораховано як невиконані): { $metrics }.
answer-ranges-independent = Вибірки: 5–95-й перцентиль із { $samples }, величини незалежні.
answer-ranges-correlated = Вибірки: 5–95-й перцентиль із { $samples }; рангові кореляції: { $pairs }.
answer-low-end = { $input }, { $value } (нижня)
answer-high-end = { $input }, { $value } (верхня)
answer-outside = У вибірках { $ranges }.
answer-outside-since = У вибірках { $ranges }: { $inputs } { $count ->
    [one] на межі свого діапазону або біля неї.
   *[other] на межі своїх діапазонів або біля неї.
}
answer-span = { $range } за { $values }
answer-span-of = { $range } за { $values } ({ $lever })
answer-range-low = нижня межа { $range } у вибірках
answer-range-high = верхня межа { $range } у вибірках
answer-range = { $range } у вибірках
answer-none-for = Для мети «{ $purpose }» немає методу.
answer-own-figures = ВЛАСНЕ

between = від { $low } до { $high }
range-around = { $range } навколо { $around } ({ $kind })
nothing = нічого
or = { $others } або { $last }
undefined = не визначено
overflow = переповнення
no-purpose = Сценарій не називає мети; числа нижче залежать від неї більше, ніж від будь-якого співвідношення.
title-summary = Підсумок
title-charts = Графіки
title-care = Застереження
title-metrics = Показники
title-unavailable = Недоступно
title-inputs = Вхідні дані
title-sources = Джерела
no-single-ratio = Жодне співвідношення не є відповіддю саме по собі: щільності за лінією, площею і населенням подано поруч, кожну з чисельністю, яку вона рахує. Значення заокруглено до трьох цифр.
head-metric = Показник
head-value = Значення
head-unit = Одиниця
head-input = Вхідна величина
head-identifier = Ідентифікатор
head-range = Діапазон
head-decided-by = Визначає
head-from = Звідки
head-percentiles = від p5 до p95
head-formula = Формула
head-meaning = Значення
head-source = Джерело
origin-set = задано в командному рядку: { $set }
origin-assumed = припущено: { $why }
origin-sum = сума: { $parts }
origin-none = джерело не вказано
origin-model = стандартна модель: { $from }
set-by-hand = Задано в командному рядку: { $values }
strength-counted = чисельність: { $rule }
members-of = { $count } у групі { $scope }: { $names }
values-of-model = Типові значення взято для: { $names }
nothing-computed = З цих вхідних даних нічого не можна обчислити.
metrics-hidden = { $count ->
    [one] Ще { $count } показник є у звіті; `forcesize explain METRIC` показує, звідки взялося число.
    [few] Ще { $count } показники є у звіті; `forcesize explain METRIC` показує, звідки взялося число.
   *[other] Ще { $count } показників є у звіті; `forcesize explain METRIC` показує, звідки взялося число.
}
lacking = Не обчислено { $count } (бракує даних): { $needs }
lacking-more = Не обчислено { $count } (бракує даних): { $needs } та ще { $more }; сторінка їх перелічує
catalogue-metrics = ПОКАЗНИКИ (що випливає з формул)
catalogue-inputs = ВХІДНІ ДАНІ (що задає сценарій або --set NAME=VALUE)
catalogue-source = Джерело: { $keys }
explained-above = (пояснено вище)
explain-from = звідки: { $origin }
explain-note = примітка: { $note }
explain-range = діапазон { $range }
purpose-observation = спостереження
purpose-interposition = роз’єднання сторін
purpose-reassurance = гарантування безпеки
purpose-deterrence = стримування
purpose-enforcement = примус до миру
purpose-stabilisation = стабілізація
role-lever = планувальник
role-uncertainty = обставини
role-constant = стала
counting-planned = планова
counting-pledged = обіцяна
counting-authorised = дозволена
counting-deployed = розгорнута
counting-present = наявна
stance-ready = готові
stance-open = відкриті
stance-refuses = відмовляються
stance-unknown = невідомо
stance-not-stated = не вказана
distribution-uniform = рівномірний
distribution-triangular = трикутний
distribution-normal = нормальний
distribution-lognormal = логнормальний
distribution-PERT = PERT
distribution-log-uniform = логрівномірний
distribution-choices = вибір
distribution-truncated-uniform = усічений рівномірний
distribution-truncated-log-uniform = усічений логрівномірний
distribution-truncated-PERT = усічений PERT
distribution-truncated-triangular = усічений трикутний
distribution-truncated-normal = усічений нормальний
distribution-truncated-lognormal = усічений логнормальний
wrote = записано: { $files }
files-written = { $count ->
    [one] { $count } файл
    [few] { $count } файли
   *[other] { $count } файлів
} у { $folder }
explain-more = { $count ->
    [one] і ще { $count } значення
    [few] і ще { $count } значення
   *[other] і ще { $count } значень
} величини { $name }, разом { $sum }; --all пояснює їх
more-that-sum = та ще { $count }, разом { $sum }
pair = { $name }: { $what }
table-left-out = Тут через брак місця пропущено: { $columns }.
report-folded = Таблиці
report-more-said = Ще речень: { $count }
report-files = Таблицями: { $files }.
report-more-charts = Інші графіки: { $charts }.
report-all-metrics = Усі показники ({ $count }) з формулами й джерелами є в [metrics.csv](metrics.csv) і на [сторінці](report.html).
report-inputs-of-each = Вхідні дані кожного з { $scope } є на [сторінці](report.html) і в [results.json](results.json).
report-more-sources = Ще { $count } джерел для чисел окремих учасників є на [сторінці](report.html).
explain-nothing = З даних сценарію не можна обчислити жодного показника: `forcesize metrics` перелічує їх із формулами та потрібними даними.
at-low-end = { $range }, біля нижньої межі
at-high-end = { $range }, біля верхньої межі

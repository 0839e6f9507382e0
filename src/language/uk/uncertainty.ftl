spread-part = Наскільки певні результати?
spread-head-central = Центральне
spread-head-mean = Середнє
spread-head-median = Медіана
spread-head-p5 = p5
spread-head-p95 = p95
spread-samples = Вибірок: { $samples } ({ $sampler }, зерно { $seed }); змінюються: { $inputs }.
spread-samples-model = Вибірок: { $samples } ({ $sampler }, зерно { $seed }); змінюються величини стандартної моделі: { $model }.
spread-samples-both = Вибірок: { $samples } ({ $sampler }, зерно { $seed }); змінюються: { $inputs }, а також величини стандартної моделі: { $model }.
spread-samples-many = Вибірок: { $samples } ({ $sampler }, зерно { $seed }); величин із діапазоном: { $count }, з них зі стандартної моделі: { $model }.
spread-undefined = { $count ->
    [one] Показник «{ $metric }» не визначено в { $text } вибірці; її не враховано в числах цього показника.
   *[other] Показник «{ $metric }» не визначено в { $text } вибірках; їх не враховано в числах цього показника.
}
spread-overflow = { $count ->
    [one] Показник «{ $metric }» більший за найбільше можливе число (переповнення) в { $text } вибірці; її не враховано в числах цього показника.
   *[other] Показник «{ $metric }» більший за найбільше можливе число (переповнення) в { $text } вибірках; їх не враховано в числах цього показника.
}
spread-no-value = { $count ->
    [one] Показник «{ $metric }» не визначено або він більший за найбільше можливе число (переповнення) в { $text } вибірці; її не враховано в числах цього показника.
   *[other] Показник «{ $metric }» не визначено або він більший за найбільше можливе число (переповнення) в { $text } вибірках; їх не враховано в числах цього показника.
}
spread-outside = Центральний випадок лежить поза межами від 5-го до 95-го перцентиля: { $metrics }.
spread-rank-missed = { $first } і { $second }: зазначено рангову кореляцію { $asked }, досягається { $reached }, бо рівні значення не мають порядку між собою.
spread-slices-lost = За такої кількості вибірок через кореляцію вже не в кожному шарі величин { $inputs } лежить рівно одна.
spread-holds = { $condition }: виконується у { $share } вибірок.
spread-holds-interval = { $condition }: виконується у { $share } вибірок (95-відсотковий інтервал: від { $low } до { $high } %).
spread-holds-none = { $condition }: не виконується в жодній із { $samples } вибірок; імовірність — { $share } (довіра 95 %, із запасом).
spread-holds-all = { $condition }: виконується в усіх { $samples } вибірках; імовірність — { $share } (довіра 95 %, із запасом).
spread-holds-few = { $condition }: виконується в { $count } з { $samples } вибірок; імовірність — від { $low } до { $high } % (довіра 95 %, із запасом).
spread-holds-all-but-few = { $condition }: виконується в усіх вибірках, крім { $count } із { $samples }; імовірність — від { $low } до { $high } % (довіра 95 %, із запасом).
spread-percentile-error = Найменш певний із цих перцентилів — { $metric }, { $percentile }: 95-відсотковий інтервал від { $low } до { $high }.
spread-heavy = Стандартне відхилення не визначено достатньо точно: { $metrics }. Кілька крайніх вибірок важать у ньому так багато, що нові вибірки змінили б його більш ніж на чверть. Зважайте на перцентилі, а не на середнє.
share-below = нижче { $share } %
share-above = вище { $share } %
share-less = менш ніж { $share } %
share-more = понад { $share } %
sampler-sobol = рандомізовані точки Соболя
sampler-lhs = латинський гіперкуб
sampler-random = випадкові числа
standing-not_reached = Жодна невизначена величина не впливає на: { $metrics }.
standing-constant = Однаково в усіх вибірках: { $metrics }.
standing-undefined = Не визначено в жодній вибірці: { $metrics }.
standing-overflow = Більше за найбільше можливе число (переповнення) в усіх вибірках: { $metrics }.
condition-not_reached = Жодна невизначена величина не впливає на її показник.
condition-constant = Її показник однаковий в усіх вибірках.
condition-undefined = Її показник не визначено в жодній вибірці.
condition-overflow = Її показник в усіх вибірках більший за найбільше можливе число (переповнення).
not-drawn-nothing-uncertain = вибірок немає, бо жодна невизначена величина сценарію не має діапазону
not-drawn-too-many = це більше вибірок, ніж можна взяти
not-drawn-interrupted = обчислення було зупинено
not-drawn-none = потрібна щонайменше одна вибірка
not-drawn-most = вибірок не може бути більше ніж { $most }
not-drawn-dimensions = точки Соболя мають щонайбільше { $most } вимірів: візьміть латинський гіперкуб або випадкові числа
end-unbounded = без межі
end-no-less = не менше ніж { $value }
end-no-more = не більше ніж { $value }
ranges-pair = { $first } і { $second } { $rank }
ranges-independent = Діапазони — від 5-го до 95-го перцентиля { $samples } вибірок невизначених величин, узятих незалежно.
ranges-correlated = Діапазони — від 5-го до 95-го перцентиля { $samples } вибірок невизначених величин із ранговими кореляціями: { $pairs }.
over-its-range = { $range } у вибірках
central-outside = Центральний випадок поза діапазоном для: { $metrics }. На краю діапазону: { $inputs }.
samples-nothing = Вибірку отримати неможливо, бо жодна невизначена величина не має діапазону: задайте їй `low`, `mode` і `high`, наприклад { "{" } low = 900, mode = 1_000, high = 1_200, unit = "km", assumed = "чому" { "}" }.
spread-not-drawn = Не розігрується, бо вирішується або стале: { $inputs }. Такі діапазони — для проходів, повзунків і аналізу по одній величині.
spread-inputs = величин: { $count }

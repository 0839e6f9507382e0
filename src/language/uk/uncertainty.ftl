spread-part = Наскільки певні результати
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
spread-outside = Центральний випадок лежить поза межами від 5-го до 95-го перцентиля: { $metrics }. Якесь із використаних значень стоїть біля краю свого діапазону.
spread-rank-missed = { $first } і { $second }: зазначено рангову кореляцію { $asked }, досягається { $reached }, бо рівні значення не мають порядку між собою.
spread-slices-lost = За такої кількості вибірок через кореляцію вже не в кожному шарі величин { $inputs } лежить рівно одна.
spread-holds = { $condition }: виконується у { $share } вибірок.
spread-holds-error = { $condition }: виконується у { $share } вибірок (стандартна похибка { $error } %).
share-nearly-all = понад 99,9 %
share-nearly-none = менш ніж 0,1 %
sampler-sobol = рандомізовані точки Соболя
sampler-lhs = латинський гіперкуб
sampler-random = випадкові числа
no-range-reaches = Жодна вхідна величина з діапазоном не впливає на: { $metrics }.
not-drawn-nothing-uncertain = жодна вхідна величина сценарію не має діапазону
not-drawn-too-many = це більше вибірок, ніж можна взяти
not-drawn-none = потрібна щонайменше одна вибірка
not-drawn-most = вибірок не може бути більше ніж { $most }
not-drawn-dimensions = точки Соболя мають щонайбільше { $most } вимірів: візьміть латинський гіперкуб або випадкові числа

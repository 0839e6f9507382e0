missions-part = Минулі місії
missions-caption = Місії та їхні щільності
missions-head-mission = Місія
missions-head-place = Місце
missions-head-kind = Вид
missions-head-year = Рік
missions-head-strength = Чисельність
missions-head-counting = Як пораховано
missions-head-confidence = Надійність
missions-head-aside = Чому вилучено
missions-head-density = Щільність
missions-head-count = Місії
missions-head-places = Місця
missions-head-min = Найменше
missions-head-lower = Нижній квартиль (95 %)
missions-head-median = Медіана
missions-head-upper = Верхній квартиль (95 %)
missions-head-max = Найбільше
missions-bands = Щільності від найменшої до найбільшої. Кожне місце враховано один раз — середнім логарифмів його значень: медіана і квартилі стосуються місць. Квартилі — від { $least } місць; у дужках їхній інтервал за повторними вибірками місць.
missions-all = усі
missions-another-count = інший підрахунок { $mission }
missions-counted = Записів: { $entries }; порівнюються місій: { $missions }, місць: { $places }.
missions-own = Не порівнюються, бо сценарій є однією з них або вони були в тому самому місці: { $missions }.
missions-variants = Другі підрахунки місії, яку вже порівняно, тому не враховані: { $missions }.
missions-plans = Плани й верхні межі не є минулими місіями і не враховані (--with-plans їх враховує), усього { $count }: { $missions }.
missions-authorised = Серед порівнюваних місій є такі, чисельність яких є дозволеною, і вони могли її не досягти, усього { $count }: { $missions }.
missions-lacking = { $count ->
    [one] { $density }: { $count } місія не має потрібних даних і за нею не порівнюється.
    [few] { $density }: { $count } місії не мають потрібних даних і за нею не порівнюються.
   *[other] { $density }: { $count } місій не мають потрібних даних і за нею не порівнюються.
}
missions-apart = { $density }: непорівнянні, тому не враховані: { $missions }.
missions-slope = { $input } (нахил { $slope }, стандартна похибка { $error })
missions-regression = Логарифм чисельності залежно від логарифма: { $inputs }; місій: { $count }, місць: { $places }, R² { $fit }. Стандартні похибки згруповано за місцями. Одне стандартне відхилення — це множник { $scatter } у будь-який бік; місце, передбачене за рештою, відхиляється у { $off } раза: підказка щодо порядку величини, а не потреба.
missions-pull = Місця, що найсильніше на це впливають: { $places }.
missions-nothing = Чисельність і { $inputs }: вхідні дані нічого не кажуть про чисельність (R² { $fit }, p { $p } за місцями; місій: { $count }, місць: { $places }).
missions-footer = Джерела: зазначено біля кожної місії у списку місій. Обчислено за допомогою forcesize.
missions-footer-scenario = Сценарій: { $scenario }. Джерела: зазначено біля кожної місії у списку місій. Обчислено за допомогою forcesize.
missions-dots = Щільності минулих місій за видами
missions-row = { $kind } ({ $count }; { $places } { $places ->
    [one] місце
    [few] місця
   *[other] місць
})
missions-dots-case = Одна точка — одна місія, логарифмічна шкала; затінено від нижнього до верхнього квартиля місць, риска на їхній медіані, якщо у виді щонайменше десять місць
missions-this = Цей сценарій
missions-this-value = Цей сценарій: { $value }
missions-scatter = Чисельність минулих місій залежно від величини «{ $input }»
missions-scatter-case = Місій: { $count }, місць: { $places }, R² { $fit }; затінено: де очікується { $level } зі 100 нових місій; множник { $scatter } у будь-який бік — це одне стандартне відхилення
missions-drawn = від найменшого до найбільшого значення минулих місій (місій: { $missions }, місць: { $places }; { $kinds }); кожне місце однаково ймовірне, у центральному випадку медіана місць: це те, що надсилали, а не те, що було потрібно
history-part = Порівняння з минулими місіями
history-lacking = { $count ->
    [one] { $density }: { $count } місія цього виду не має потрібних даних: { $missions }.
    [few] { $density }: { $count } місії цього виду не мають потрібних даних: { $missions }.
   *[other] { $density }: { $count } місій цього виду не мають потрібних даних: { $missions }.
}
history-apart = { $density }: непорівнянні: { $missions }.
history-expects = Регресія за { $inputs } (минулих місій: { $count }, місць: { $places }) дає тут приблизно { $middle } { $unit }, а для { $level } зі 100 нових місій — від { $low } до { $high } (R² { $fit }): це те, що надсилали, а не те, що було потрібно.
history-beyond = «{ $input }» поза тим, що було в них ({ $ends }): це екстраполяція.
history-none = { $density }: { $value }. Для жодної минулої місії виду { $kinds } її не відомо.
history-stands = { $density }: { $value }, { $rank }.
history-rank-among = щільніше, ніж у { $thinner } з { $count } місій ({ $kinds }; місць: { $places })
history-rank-above = { $count ->
    [one] щільніше, ніж у єдиної місії ({ $kinds })
   *[other] щільніше, ніж у всіх місій: { $count } ({ $kinds }; місць: { $places })
}
history-rank-below = { $count ->
    [one] менш щільно, ніж у єдиної місії ({ $kinds })
   *[other] менш щільно, ніж у всіх місій: { $count } ({ $kinds }; місць: { $places })
}
history-quartiles = Квартилі місць: { $low } і { $high }, у дужках їхні 95-% інтервали; медіана { $median }.
history-few = Від найменшого до найбільшого: від { $low } до { $high }; замало місць для квартилів.
history-own = Сценарій і є { $mission }; не порівнюється з: { $missions }.
history-caption = Найближчі прецеденти будь-якого виду, по одному на місце
history-head-scenario = Сценарій
history-head-nearest = Найближчі місії
history-head-theirs = Їхнє значення
history-head-ratio = Сценарій
history-as-dense = приблизно така сама щільність
history-denser = щільніший, ×{ $factor }
history-thinner = рідший, ×{ $factor }
kind-observation = спостереження
kind-interposition = роз’єднання сторін
kind-border = охорона кордону
kind-reassurance = гарантування безпеки
kind-deterrence = стримування
kind-enforcement = примус до миру
kind-stabilisation = стабілізація
kind-counterinsurgency = боротьба з повстанцями
kind-occupation = окупація
confidence-low = низька
confidence-medium = середня
confidence-high = висока
status-plan = план
status-upper_bound = верхня межа
missions-head-naval = У морі
missions-head-counts = Кого враховано
missions-counts-caption = Кого враховано в чисельності, якщо джерело це вказує; поліцію подано окремо
history-plans = Не враховано плани й верхні межі цього виду, бо вони не є минулими місіями, усього { $count }: { $missions }.
history-authorised = У цьому виді є місії, чисельність яких є дозволеною, і вони могли її не досягти, усього { $count }: { $missions }.
history-nothing = Сценарій не має щільності, яку можна порівняти з цими місіями: задайте сили, а також лінію, площу чи населення.
observed-title = Спостережено: { $title }.
observed-group = { $count ->
    [one] { $count } місія { $group }: { $median } ({ $cases }).
    [few] { $count } місії { $group }: від { $low } до { $high }, медіана { $median } ({ $cases }).
   *[other] { $count } місій { $group }: від { $low } до { $high }, медіана { $median } ({ $cases }).
}
observed-case = { $name } { $year }: { $number }
observed-own = Тут { $value }: менше мали { $below } з { $count }.
observed-derivation = Як це знайдено: { $derivation }
observed-group-on-a-line = на лінії
observed-group-elsewhere = деінде
fact-site_spacing = від пункту місії до найближчого іншого, медіана останнього нанесеного на мапу року
fact-site_spacing-derivation = Один пункт на кожну назву місця, потім на кожну координату з точністю 0,001 градуса; відстані по дузі великого кола. Усі місії, що мали чотири або більше пунктів із солдатами в останньому нанесеному році; які з них стояли на лінії між двома сторонами — наше власне судження.
fact-site_spacing-note = Пункт — не пост: з нього виходять патрулі.

missions-part = Минулі місії
missions-caption = Місії та їхні щільності
missions-head-mission = Місія
missions-head-kind = Вид
missions-head-year = Рік
missions-head-strength = Чисельність
missions-head-counting = Як пораховано
missions-head-confidence = Надійність
missions-head-aside = Чому вилучено
missions-head-density = Щільність
missions-head-count = n
missions-head-min = Мін.
missions-head-lower = Нижній квартиль
missions-head-median = Медіана
missions-head-upper = Верхній квартиль
missions-head-max = Макс.
missions-bands = Смуги; у класах, де менше ніж { $least } місій, квартилів немає
missions-all = усі
missions-another-count = інший підрахунок { $mission }
missions-variants = Інші підрахунки місії, яка вже є у смугах, тому не враховані: { $missions }.
missions-plans = Плани й верхні межі, не враховані у смугах (--with-plans їх враховує): { $missions }.
missions-lacking = { $count ->
    [one] { $density }: { $count } місія не має потрібних даних і не входить до жодної смуги.
    [few] { $density }: { $count } місії не мають потрібних даних і не входять до жодної смуги.
   *[other] { $density }: { $count } місій не мають потрібних даних і не входять до жодної смуги.
}
missions-apart = { $density }: непорівнянні й не входять до жодної смуги: { $missions }.
missions-slope = { $input } (нахил { $slope }, стандартна похибка { $error })
missions-regression = { $count ->
    [one] Логарифм чисельності залежно від логарифма: { $inputs }; { $count } місія, R² { $fit }. Одне стандартне відхилення — це множник { $scatter } у будь-який бік; місія, передбачена за рештою, відхиляється у { $off } раза: підказка щодо порядку величини, а не потреба.
    [few] Логарифм чисельності залежно від логарифма: { $inputs }; { $count } місії, R² { $fit }. Одне стандартне відхилення — це множник { $scatter } у будь-який бік; місія, передбачена за рештою, відхиляється у { $off } раза: підказка щодо порядку величини, а не потреба.
   *[other] Логарифм чисельності залежно від логарифма: { $inputs }; { $count } місій, R² { $fit }. Одне стандартне відхилення — це множник { $scatter } у будь-який бік; місія, передбачена за рештою, відхиляється у { $off } раза: підказка щодо порядку величини, а не потреба.
}
missions-pull = Місії, що найсильніше на це впливають: { $missions }.
missions-footer = Місії та джерела: scenarios/reference_missions.toml. Обчислено за допомогою forcesize.
missions-footer-scenario = Сценарій: { $scenario }. Місії та джерела: scenarios/reference_missions.toml. Обчислено за допомогою forcesize.
missions-dots = Щільності минулих місій за видами
missions-dots-case = Одна точка — одна місія, логарифмічна шкала; затінено від нижнього до верхнього квартиля, риска на медіані, якщо у виді щонайменше п’ять місій
missions-this = Цей сценарій
missions-this-value = Цей сценарій: { $value }
missions-scatter = Чисельність минулих місій залежно від величини «{ $input }»
missions-scatter-case = Місій: { $count }, R² { $fit }; затінено: де очікується { $level } зі 100 нових місій; множник { $scatter } у будь-який бік — це одне стандартне відхилення
history-part = Порівняння з минулими місіями
history-lacking = { $count ->
    [one] { $density }: { $count } місія цього виду не має потрібних даних: { $missions }.
    [few] { $density }: { $count } місії цього виду не мають потрібних даних: { $missions }.
   *[other] { $density }: { $count } місій цього виду не мають потрібних даних: { $missions }.
}
history-apart = { $density }: непорівнянні: { $missions }.
history-expects = Минулі місії з таким самим значенням ({ $inputs }) мали приблизно { $middle } { $unit }, а { $level } зі 100 мали б від { $low } до { $high } (R² { $fit }, місій: { $count }): це те, що надсилали, а не те, що було потрібно.
history-none = { $density }: { $value }. Жодна минула місія виду { $kinds } не має цієї щільності.
history-band = { $density }: { $value }, { $percentile }-й перцентиль; місій: { $count } ({ $kinds }); половина з них має від { $low } до { $high }, медіана { $median }.
history-few = { $density }: { $value }; менша щільність у { $thinner } з { $count } місій ({ $kinds }). Вони мають від { $low } до { $high }: замало для квартилів.
history-caption = Найближчі прецеденти, будь-якого виду
history-head-scenario = Сценарій
history-head-nearest = Найближчі місії
history-head-theirs = Їхнє значення
history-head-ratio = Сценарій
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

# Застереження; англійські тексти — у програмі, там, де вона застерігає.

warning-not-a-strength = `{ $name }` — не чисельність: `counting` тут нічого не означає
warning-no-source = `{ $name }` не має джерела
warning-metric-no-source = Показник `{ $name }` не має джерела
warning-mission-no-source = Місія `{ $name }` не має джерела
warning-no-purpose = Сценарій не називає мети
warning-nothing-computed = З вхідних даних цього сценарію нічого не можна обчислити
warning-undefined = `{ $name }` не визначено у центральному випадку
warning-overflow = `{ $name }` у центральному випадку більше за найбільше можливе число (переповнення)
warning-undefined-in-ranges = `{ $name }` може бути не всюди визначено в межах діапазонів відповідних вхідних величин
warning-disagree = `{ $name }` становить { $stated }, але { $formula } дає { $computed }
warning-mixed-counting = `{ $name }` поєднує чисельності, пораховані по-різному: { $rule } і { $other }
warning-not-available = `{ $name }` недоступно: потребує { $needs }
warning-not-a-choice = Центральний випадок `{ $name }` не збігається з жодним із варіантів
warning-read-as = `{ $written }` прочитано як { $number }
warning-another-unit = `{ $name }` має іншу одиницю, ніж показники на графіку, тому його не зображено
warning-flat-line = `{ $name }` не залежить від того, що змінюють
warning-empty-chart = На графіку `{ $name }` немає чого показувати
warning-hard-to-read = `{ $key }` погано читається на тлі: контраст { $reached }; тексту потрібно { $needed }

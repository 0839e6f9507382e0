title-rerun = Обчислено знову
title-diff = Що змінилося
saved-what = Що
saved-difference = Різниця
saved-ratio = Відношення
saved-absent = немає
saved-compared = { $numbers ->
    [one] { $numbers } число
    [few] { $numbers } числа
   *[other] { $numbers } чисел
} і { $texts ->
    [one] { $texts } текст
    [few] { $texts } тексти
   *[other] { $texts } текстів
}
saved-more = Не показано ще { $count }; --json містить усі.
saved-format = { $scenario } записано у форматі { $old }; ця версія пише формат { $new }, у якому деякі ключі означають інше (`forcesize help outputs`). Порівнюються лише центральні значення.
rerun-saved = Збережено
rerun-now = Тепер
rerun-version = Результат записала версія { $old }; це версія { $version }.
rerun-holds = { $scenario }: усе збігається ({ $compared }).
rerun-fails = { $scenario }: { $count ->
    [one] { $count } значення не збігається
    [few] { $count } значення не збігаються
   *[other] { $count } значень не збігаються
} (порівняно: { $compared }).
rerun-new = { $count ->
    [one] { $count } значення нове, його не порівнювали.
    [few] { $count } значення нові, їх не порівнювали.
   *[other] { $count } значень нові, їх не порівнювали.
}
diff-a = A
diff-b = B
diff-earlier = попередня
diff-versions = A записала версія { $a }, B – версія { $b }.
diff-nothing = Нічого не змінилося (порівняно: { $compared }).
diff-counts = Змінено: { $changed }, додано: { $appeared }, зникло: { $gone } (порівняно: { $compared }).
diff-changed = Змінено
diff-appeared = Лише в B
diff-gone = Лише в A
place-of = { $of }: { $what }
place-value = значення
place-unit = одиниця
place-source = джерело
place-formula = формула
place-label = назва
place-range = діапазон
place-distribution = розподіл
place-low = нижня межа
place-central = центр
place-high = верхня межа
place-mean = середнє
place-ends = вид меж
place-choices = варіанти
place-share = частка
place-scopes = групи
place-members = учасники
place-monte_carlo = вибірка
place-metrics = показники
place-inputs = вхідні величини
diff-further = Інших відмінностей, крім величин і показників: { $count }; їх назве --all.

page-skip = Перейти до звіту
page-contents = Зміст
page-try = Спробувати інші числа
page-made-of = Файли та версії
page-made-of-files = Версія, сценарій, файли з контрольними сумами, значення, задані в командному рядку
page-central = центральний випадок
page-central-case = центральний випадок { $value }
page-chart = Графік: { $title }
page-table = Таблиця
page-numbers = Числа цієї діаграми
page-odd-people = { $name }: { $value } — більше людей, ніж їх є на Землі.
page-odd-share = { $name }: { $value } — військових більше, ніж жителів.
page-odd-density = { $name }: { $value } — щільніше, ніж люди можуть стояти.
page-unwatched = За сценарієм більше не стежать; сторінка лишається такою, як є.
page-rest = Речення й таблиці
page-rest-charts = Діаграми, що не змінюються
page-rows = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[other] { $count } рядків
}
page-footer = Обчислено за допомогою forcesize. Ця сторінка нічого не завантажує і нічого не надсилає.
page-moved = Змінені числа
page-moved-none = Вхідні дані не змінено
page-moved-count = { $count ->
    [one] Змінено { $shown } вхідну величину
    [few] Змінено { $shown } вхідні величини
   *[other] Змінено { $shown } вхідних величин
}
page-moved-line = { $count }: { $list }. Те, що має позначку { $badge }, не змінюється.
page-reset-all = Скинути все
page-reset = Скинути: { $label }
page-back = Повернутися до центрального випадку
page-reset-done = Усі вхідні дані знову відповідають центральному випадку.
page-no-script = Без скриптів числа нижче відповідають центральному випадку.
page-levers = Важелі: що вирішує планувальник
page-uncertain = Невизначене: що вирішують обставини
page-of-each = Окремо: { $scope }
page-slider = { $label }, повзунок
page-nothing-to-move = У цьому сценарії немає вхідних величин, які можна змінювати.
page-range = { $range }; центральний випадок { $value }
page-range-share = діапазон не вказано, тому від 0 до { $high }; центральний випадок { $value }
page-range-free = діапазон не вказано, тому від п’ятої частини до п’ятикратного: { $range }; центральний випадок { $value }
page-range-none = діапазон не вказано; центральний випадок { $value }
page-results = Результати
page-headlines = Головні числа
page-supply = Забезпечення поряд із запропонованими силами
page-sure = Наскільки певно: частка вибірок
page-conditions = Умови
page-condition = Умова
page-answer = Відповідь
page-holds = виконано
page-fails = не виконано
page-required = Потреби поряд із порахованими силами
page-required-bars = Кожна смуга тягнеться від сил, які рахує метод (біля риски), до того, чого він вимагає; праворуч – більше. Логарифмічна шкала.
page-method = Метод
page-personnel = Особовий склад
page-margin = Запас
page-not-meant = (не призначено для цієї мети)
page-ratio = Співвідношення
page-take = Забрати ці числа
page-print = Надрукувати або зберегти як PDF
page-command = Те саме в командному рядку
page-copy = Копіювати як --set
page-copied = Команду скопійовано.
page-selected = Команду виділено: скопіюйте її з клавіатури.
page-scenario = Як окремий сценарій, що розширює цей
page-download = Завантажити scenario.toml
page-saving = Файл { $file } зберігається.
page-file-remark = Значення, задані вручну у звіті { $name }: вони сталі, без діапазону.
page-file-beside = Тримайте цей файл у папці того файлу, який він розширює.
page-file-assumed = задано вручну у звіті
page-positive = має бути більше нуля
page-non-negative = має бути нуль або більше
page-share = має бути від 0 до 1 (100 %)
page-too-large = завелике число
page-no-number = потрібне число
page-sorted-up = Упорядковано за стовпцем «{ $head }», за зростанням.
page-sorted-down = Упорядковано за стовпцем «{ $head }», за спаданням.
page-metrics = { $count ->
    [one] { $count } показник із формулою, числами в ній, результатом і джерелами. Клацніть, щоб розгорнути.
    [few] { $count } показники, кожен із формулою, числами в ній, результатом і джерелами. Клацніть, щоб розгорнути.
   *[other] { $count } показників, кожен із формулою, числами в ній, результатом і джерелами. Клацніть, щоб розгорнути.
}
page-find = Шукати показники, величини та джерела
page-found = { $count } з { $all }
page-unfold = Розгорнути все
page-fold = Згорнути все
page-source = Джерело: { $origin }.
page-standard-model = стандартна модель
page-metrics-of = Показники окремо: { $scope }
page-inputs-of = Вхідні дані окремо: { $scope }
page-metric-of = { $metric } окремо: { $scope }
page-values = { $count ->
    [one] { $count } значення
    [few] { $count } значення
   *[other] { $count } значень
}
page-with-numbers = З числами
page-needs = { $metric } ({ $id }): потребує { $needs }
page-assumptions = Припущення
page-assumptions-why = Вони не спираються на джерело; причину вказано поруч.
page-what = Що
page-value-or-formula = Значення або формула
page-why = Чому
page-all-sourced = Кожна вхідна величина має джерело.
page-no-sources = Сценарій їх не наводить.
page-central-only = Лише центральний випадок: згорнуто, поки значення змінено.
page-own-samples = ≈ з вибірок на цій сторінці ({ $count }); програма бере більше.
page-undo = Скасувати
page-hold = Тримати поруч
page-let-go = Відпустити
page-held = Поруч:
page-more-inputs = Інші величини
page-samples-range = Від 5-го до 95-го перцентиля вибірок: { $range }
page-same-samples = ≈ з вибірок на цій сторінці ({ $count }).

supply-title = Чи можна це підтримувати
supply-head-coalition = Коаліція
supply-head-contributor = Учасник
supply-head-stance = Позиція
supply-land-forces = Сухопутні війська
supply-committed = Залучені
supply-not-deployable = Не придатні до розгортання
supply-head-available = Доступні
supply-head-sustainable = Підтримувані
supply-sustainable = Тривало підтримувані
supply-head-share = Частка
supply-head-over-under = Понад частку чи менше
supply-head-method = Метод
supply-head-required = Потреба
supply-head-sustained = Покрито
supply-head-meant = Для цієї мети
supply-head-samples = Частка вибірок
supply-yes = так
supply-members-caption = Коаліція. Залучені, не придатні до розгортання та доступні разом складають сухопутні війська; підтримувані — це доступні, поділені на коефіцієнт ротації.
supply-others-caption = Поза коаліцією і в жодній сумі: скільки вони могли б тривало підтримувати, якби брали участь.
supply-fair-caption = Справедливі частки запропонованого контингенту; понад частку чи менше — це те, що член коаліції може тривало підтримувати, мінус його частка.
supply-methods-caption = Тривало підтримуваний контингент поряд із потребою за кожним методом: яку її частину він покриває і в якій частці вибірок її досягнуто.
supply-answer = { $members ->
    [one] Коаліція з { $members } учасника
   *[other] Коаліція з { $members } учасників
} може постійно тримати на театрі { $sustainable } військових: це { $available } доступних, поділених на коефіцієнт ротації { $factor }.
supply-answer-below = Запропонований контингент у { $proposed } на { $margin } менший.
supply-answer-above = Запропонований контингент у { $proposed } на { $gap } більший; для нього знадобилася б ротаційна база { $base }.
supply-binds-armies = Обмежує розмір армій: у сухопутних військах коаліції { $land } військових.
supply-binds-commitments = Обмежує те, що вже залучено: із { $land } вільні лише { $free }.
supply-binds-share = Обмежує придатна до розгортання частка: із { $free } вільних можна відправити лише { $available }, тож не вдалося б наповнити навіть однієї ротації.
supply-binds-rotation = Обмежує ротація: відправити можна { $available } військових, цього досить на одну ротацію, але не постійно.
supply-no-tour = Запас не наповнює однієї ротації за повної чисельності; від самого початку можна було б підтримувати { $to }.
supply-one-tour = одну ротацію
supply-tours = { $count ->
    [one] { $count } ротацію
    [few] { $count } ротації
    [many] { $count } ротацій
   *[other] { $count } ротації
}
supply-tours-timed = { $tours } ({ $time })
supply-lasts-left = За повної чисельності запасу вистачає на { $tours }; потім контингент має скоротитися до { $left } — тих, хто ще не їздив, — доки перші не зможуть поїхати знову, через { $back } після свого від’їзду. Відтоді це постійно { $to }.
supply-lasts = За повної чисельності запасу вистачає на { $tours }; потім контингент має скоротитися до { $to }.
supply-probable = У межах діапазонів вхідних величин тривало підтримуваний контингент у дев’яти вибірках із десяти становить від { $low } до { $high }.
supply-probable-share = У межах діапазонів вхідних величин тривало підтримуваний контингент у дев’яти вибірках із десяти становить від { $low } до { $high }; запропонованого він досягає у { $share } усіх вибірок.
supply-probable-interval = У межах діапазонів вхідних величин тривало підтримуваний контингент у дев’яти вибірках із десяти становить від { $low } до { $high }; запропонованого він досягає у { $share } усіх вибірок (95-відсотковий інтервал: від { $from } до { $to } %).
supply-both = { $first } і { $last }
supply-meets = Поріг для величини «{ $input }»: пропозиція покриває запропонований контингент за значення { $places }; зараз { $now }.
supply-never-meets = Для величини «{ $input }» порога немає: від { $from } до { $to } розрив не закривається ніколи, щонайкраще бракує { $missing } (за значення { $best }).
supply-coalition = { $count ->
    [one] { $sustainable } ({ $who }; { $count } учасник)
    [few] { $sustainable } ({ $who }; { $count } учасники)
   *[other] { $sustainable } ({ $who }; { $count } учасників)
}
supply-by-coalition = Тривало підтримувані залежно від коаліції: { $coalitions }.
supply-joining-one = Ще один учасник, найбільший із тих, хто поза коаліцією, закрив би розрив.
supply-joining = { $count ->
    [one] Щоб закрити розрив, мав би приєднатися { $count } найбільший учасник із тих, хто поза коаліцією.
    [few] Щоб закрити розрив, мали б приєднатися { $count } найбільші учасники з тих, хто поза коаліцією.
   *[other] Щоб закрити розрив, мали б приєднатися { $count } найбільших учасників із тих, хто поза коаліцією.
}
supply-joining-none = Розриву не закрили б навіть усі, хто поза коаліцією, разом.
supply-published-below = Опубліковано як можливе: від { $low } до { $high } ({ $sources }); сума лежить нижче: армії чи придатна до розгортання частка тут узяті меншими, залучення — більшими, або коаліція менша.
supply-published-above = Опубліковано як можливе: від { $low } до { $high } ({ $sources }); сума лежить вище: вона лічить армію кожного учасника, хоч би скільки той був готовий відправити, або більшу коаліцію.
supply-published-within = Опубліковано як можливе: від { $low } до { $high } ({ $sources }); сума лежить у цих межах.
supply-footer = Сценарій: { $scenario }. Джерела: див. вхідні дані учасників. Обчислено за допомогою forcesize.
supply-inside = У коаліції
supply-outside = Поза коаліцією
supply-group = { $name } ({ $all })
supply-group-largest = { $name } ({ $most } найбільших із { $all })
supply-contributors-title = Що відбувається із сухопутними військами кожного учасника
supply-contributors-subtitle = { $title }; упорядковано за тривало підтримуваним контингентом, указаним у кінці стовпця
supply-spoken = { $name }: тривало підтримувані { $sustainable }
supply-unit = військових
supply-not-sustainable = Доступні, але не тривало
supply-of-coalition = Пропозиція коаліції
supply-asked-meant = Потреба за методами для цієї мети ({ $purpose })
supply-asked-other = Потреба за іншими методами
supply-beside-title = Пропозиція поряд із потребою
supply-beside-subtitle = { $title }; методи: від 5-го до 95-го перцентиля
supply-beside-samples = { $title }; від 5-го до 95-го перцентиля
supply-beside-spoken = У центральному випадку: { $rows }.
supply-named = { $name }: { $value }
supply-proposed = Запропоновано: { $force }
supply-personnel = Військові
supply-rotation-title = Що ротація залишає постійно

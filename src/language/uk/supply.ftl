supply-title = Чи можна це підтримувати?
supply-head-coalition = Коаліція
supply-head-contributor = Учасник
supply-head-stance = Позиція
supply-land-forces = Сухопутні війська
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
supply-members-caption = Коаліція. Гарнізони, непридатні до відправлення, ротаційна база постійного зобов’язання й доступні разом дають сухопутні сили; стале — це доступні, поділені на коефіцієнт ротації.
supply-others-caption = Поза коаліцією і в жодній сумі: скільки вони могли б тривало підтримувати, якби брали участь.
supply-fair-caption = Справедливі частки запропонованого контингенту; понад частку чи менше — це те, що член коаліції може тривало підтримувати, мінус його частка.
supply-methods-caption = Тривало підтримуваний контингент поряд із потребою за кожним методом: яку її частину він покриває і в якій частці вибірок її досягнуто.
supply-answer = Коаліція з { $members } може утримувати { $sustainable }.
supply-binds-armies = У центральному випадку обмежує розмір армій: коаліція має { $land } у сухопутних силах.
supply-binds-share = У центральному випадку обмежує частка придатних до відправлення: з { $free } поза гарнізонами можна відправити { $available }, менше, ніж потрібно на одну зміну.
supply-binds-rotation = У центральному випадку обмежує ротація: можна відправити { $available }, цього досить на зміну, але не безстроково.
supply-no-tour = У центральному випадку резерв не заповнює жодної зміни в повному складі; від початку можна утримувати { $to }.
supply-one-tour = одну ротацію
supply-tours = { $count ->
    [one] { $count } ротацію
    [few] { $count } ротації
    [many] { $count } ротацій
   *[other] { $count } ротації
}
supply-tours-timed = { $tours } ({ $time })
supply-lasts-left = У центральному випадку резерву в повному складі вистачає на { $tours }; далі сили мають скоротитися до { $left }, тих, хто ще не був, доки перші зможуть поїхати знову через { $back } після від’їзду. Відтоді можна утримувати { $to }.
supply-lasts-none = У центральному випадку резерву в повному складі вистачає на { $tours }; далі нема кого відправляти, доки перші зможуть поїхати знову через { $back } після від’їзду. Відтоді можна утримувати { $to }.
supply-both = { $first } і { $last }
supply-meets = У центральному випадку забезпечення досягає запропонованих сил, коли «{ $input }» дорівнює { $places }; тепер { $now }.
supply-never-meets = У центральному випадку «{ $input }» від { $from } до { $to } нестачі не закриває: щонайменше бракує { $missing } (за { $best }).
supply-coalition = { $count ->
    [one] { $sustainable } ({ $who }; { $count } учасник)
    [few] { $sustainable } ({ $who }; { $count } учасники)
   *[other] { $sustainable } ({ $who }; { $count } учасників)
}
supply-by-coalition = Тривало підтримувані залежно від коаліції: { $coalitions }.
supply-joining-one = У центральному випадку ще один учасник, найбільший поза коаліцією, закрив би нестачу.
supply-joining = У центральному випадку мали б приєднатися { $count } найбільших поза коаліцією, щоб закрити нестачу.
supply-inside = У коаліції
supply-outside = Поза коаліцією
supply-group = { $name } ({ $all })
supply-group-largest = { $name } ({ $most } найбільших із { $all })
supply-contributors-subtitle = { $title }; упорядковано за тривало підтримуваним контингентом, указаним у кінці стовпця
supply-spoken = { $name }: тривало підтримувані { $sustainable }
supply-unit = військових
supply-not-sustainable = Доступні, вдома в ротації
supply-of-coalition = Пропозиція коаліції
supply-asked-meant = Потреба за методами для цієї мети ({ $purpose })
supply-asked-other = Потреба за іншими методами
supply-contributors-title = Що стається із сухопутними військами кожного учасника
supply-beside-title = Пропозиція поряд із потребою
supply-beside-subtitle = { $title }; методи: від 5-го до 95-го перцентиля
supply-beside-samples = { $title }; від 5-го до 95-го перцентиля
supply-beside-spoken = У центральному випадку: { $rows }.
supply-named = { $name }: { $value }
supply-proposed = Запропоновано: { $force }
supply-personnel = Військові
supply-rotation-title = Що лишає ротація
supply-garrisons = Гарнізони
supply-flank-base = Постійне зобов’язання з ротацією
supply-head-reading = Інші прочитання тих самих даних
supply-head-why = Що воно означає
supply-readings-caption = Що дають ті самі числа, коли кроки йдуть в іншому порядку, або за опублікованими частками.
supply-enough = Це на { $margin } більше за запропоновані { $proposed }.
supply-enough-in = Це на { $margin } більше за запропоновані { $proposed }, і цього досить у { $share } вибірок.
supply-short = Запропоновані { $proposed } на { $short } більші за це.
supply-short-but = Запропоновані { $proposed } на { $short } більші за це; цього досить у { $share } вибірок.
supply-binds-garrisons = У центральному випадку обмежують постійні гарнізони: з { $land } у сухопутних силах вони лишають { $free }.
supply-binds-standing = У центральному випадку обмежує постійне зобов’язання: з { $deployable }, яких можна відправити, воно лишає { $available }, менше, ніж потрібно на одну зміну.
supply-all-short = Усі { $count } учасників разом могли б утримувати { $all }: бракує { $short }.
supply-all-short-but = Усі { $count } учасників разом могли б утримувати { $all }: бракує { $short }, досить у { $share } вибірок.
supply-published = Опубліковано іншими, як стелі для їхніх власних коаліцій: { $items }.
supply-published-one = { $value } ({ $sources })
supply-order = Постійні гарнізони віднімаються першими, бо звідти нікого нікуди не відправляють; пост, що ротується, бере всю свою ротаційну базу з тих, кого можна відправити. Тож нова місія отримує те, що лишилося від придатного резерву, також у ротації.
supply-share-of-land = { $label }: { $share } % сухопутних сил
supply-nobody = Не сказано, хто міг би утримувати сили: перелічіть тих, хто міг би надіслати війська, кожного як [contributor.NAME] з `army_strength` і `stance`; як саме, показує `forcesize help sustainment`.
supply-lacks = Неможливо обчислити, що можна утримувати: у сценарії бракує { $inputs }. Слід додати, наприклад:

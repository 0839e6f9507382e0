# Ce que `forcesize new` écrit en commentaire dans un scénario.
new-head = Un scénario de dimensionnement d’une force. Remplacer chaque "?" par ce qui est connu ; `forcesize check` nomme ceux qui restent.
new-head-like = Un scénario avec les chiffres d’une mission passée : { $mission }. Modifier ce qui diffère.
new-purpose = But de la mission : { $purposes }
new-origin = Chaque chiffre dit d’où il vient : assumed = "raison", ou source = "cle" avec une table [source.cle] comme à la fin.
new-range = Un chiffre incertain a une plage à côté de sa valeur : low, mode et high.
new-take-out = Supprimer ce que la mission n’a pas : une ligne, ou une zone avec sa population. Sans force, la question est de savoir combien il en faut.
new-source = Une source, pour les chiffres qui la citent par source = "my-source" :
new-more = Autres sections (missions passées, contributeurs, coût, montée en puissance, graphiques) : `forcesize new --example` les écrit toutes, `forcesize help scenario` les explique.
new-not-known = Inconnu pour cette mission : { $inputs }.
new-mission = La mission passée dont ce sont les chiffres : elle n’est pas comparée à elle-même. Supprimer cette ligne dès que la mission est une autre.

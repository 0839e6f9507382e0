title-rerun = Nouveau calcul
title-diff = Ce qui a changé
saved-what = Quoi
saved-difference = Écart
saved-ratio = Rapport
saved-absent = absent
saved-compared = { $numbers ->
    [one] { $numbers } nombre
   *[other] { $numbers } nombres
} et { $texts ->
    [one] { $texts } texte
   *[other] { $texts } textes
}
saved-more = { $count ->
    [one] { $count } autre n’est pas montré
   *[other] { $count } autres ne sont pas montrés
} ; --json les donne tous.
saved-format = { $scenario } est au format { $old } ; cette version écrit le format { $new }, où certaines clés ont un autre sens (`forcesize help outputs`). Seules les valeurs centrales sont comparées.
rerun-saved = Enregistré
rerun-now = Maintenant
rerun-version = Le résultat a été écrit par la version { $old } ; voici la version { $version }.
rerun-holds = { $scenario } : tout concorde ({ $compared }).
rerun-fails = { $scenario } : { $count ->
    [one] { $count } valeur ne concorde plus
   *[other] { $count } valeurs ne concordent plus
} (comparés : { $compared }).
rerun-new = { $count ->
    [one] { $count } valeur est nouvelle et n’a pas été comparée.
   *[other] { $count } valeurs sont nouvelles et n’ont pas été comparées.
}
diff-a = A
diff-b = B
diff-earlier = antérieure
diff-versions = A a été écrit par la version { $a }, B par la version { $b }.
diff-nothing = Rien n’a changé (comparés : { $compared }).
diff-counts = { $changed ->
    [one] { $changed } valeur modifiée
   *[other] { $changed } valeurs modifiées
}, { $appeared ->
    [one] { $appeared } apparue
   *[other] { $appeared } apparues
} et { $gone ->
    [one] { $gone } disparue
   *[other] { $gone } disparues
} (comparés : { $compared }).
diff-changed = Modifié
diff-appeared = Dans B seulement
diff-gone = Dans A seulement
place-of = { $of } : { $what }
place-value = valeur
place-unit = unité
place-source = source
place-formula = formule
place-label = libellé
place-range = plage
place-distribution = loi
place-low = borne basse
place-central = centre
place-high = borne haute
place-mean = moyenne
place-ends = nature des bornes
place-choices = choix
place-share = part
place-scopes = groupes
place-members = membres
place-monte_carlo = tirages
place-metrics = indicateurs
place-inputs = données d’entrée
diff-further = Autres différences, hors données et indicateurs : { $count } ; --all les nomme.

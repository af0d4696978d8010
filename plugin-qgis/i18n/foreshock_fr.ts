<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ForeshockActions</name>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Connection…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Fetch waiting results</source>
        <translation>Récupérer les résultats en attente</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Foreshock user guide</source>
        <translation>Guide d'utilisation de Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Set up…</source>
        <translation>Configurer…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a freehand area…</source>
        <translation>Simuler des dommages dans une zone à main levée…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a polygon…</source>
        <translation>Simuler des dommages dans un polygone…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a rectangle…</source>
        <translation>Simuler des dommages dans un rectangle…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in selected features…</source>
        <translation>Simuler des dommages dans les entités sélectionnées…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage…</source>
        <translation>Simuler des dommages…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>User guide</source>
        <translation>Guide d'utilisation</translation>
    </message>
</context>
<context>
    <name>ForeshockAffected</name>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature could not be measured; it is not counted as affected.</source>
        <translation>1 entité n'a pas pu être mesurée ; elle n'est pas comptée comme affectée.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature had an invalid geometry, which was repaired to be measured.</source>
        <translation>1 entité avait une géométrie invalide, qui a été réparée pour être mesurée.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature has no geometry; it is in no number.</source>
        <translation>1 entité n'a pas de géométrie ; elle n'entre dans aucun décompte.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Choose a name that ends in one of {endings}.</source>
        <translation>Choisissez un nom qui se termine par l'une des extensions {endings}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Is it open in another program, or the disk full?</source>
        <translation>Est-il ouvert dans un autre programme, ou le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>Save the features in one that holds this part of the Earth.</source>
        <translation>Enregistrez les entités dans un SCR qui couvre cette partie de la Terre.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>Définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>The features have no field “{name}”.</source>
        <translation>Les entités n'ont pas de champ « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>The footprint has no place in the coordinate reference system of the features.</source>
        <translation>L'emprise ne peut pas être située dans le système de coordonnées de référence des entités.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>They have: {names}.</source>
        <translation>Champs disponibles : {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features could not be measured; they are not counted as affected.</source>
        <translation>{count} entités n'ont pas pu être mesurées ; elles ne sont pas comptées comme affectées.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features had invalid geometries, which were repaired to be measured.</source>
        <translation>{count} entités avaient des géométries invalides, qui ont été réparées pour être mesurées.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features have no geometry; they are in no number.</source>
        <translation>{count} entités n'ont pas de géométrie ; elles n'entrent dans aucun décompte.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} says no format that can be written.</source>
        <translation>L'extension de {path} ne correspond à aucun format pris en charge en écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>« {layer} » n'a pas de système de coordonnées de référence.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedDialog</name>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Add as layer</source>
        <translation>Ajouter comme couche</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Added “{layer}”: {path}</source>
        <translation>« {layer} » ajoutée : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features — {result}</source>
        <translation>Entités affectées — {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features: {layer}</source>
        <translation>Entités affectées : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Called off.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export affected features</source>
        <translation>Exporter les entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exported: {path}</source>
        <translation>Exporté : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exporting affected features</source>
        <translation>Export des entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>It would be the file {path}.</source>
        <translation>Ce serait le fichier {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Keeping affected features</source>
        <translation>Enregistrement des entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>The affected features, in a GeoPackage beside the result.</source>
        <translation>Les entités affectées, dans un GeoPackage à côté du résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>What of a layer lies inside the change footprint of “{result}”. It is looked at where the result is. A computed scenario, not an observation.</source>
        <translation>Ce qui, dans une couche, se trouve à l'intérieur de l'emprise des changements de « {result} ». L'examen se limite à l'étendue du résultat. C'est un scénario calculé, pas une observation.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{count} features read…</source>
        <translation>{count} entités lues…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>“{result}” has no change footprint.</source>
        <translation>« {result} » n'a pas d'emprise des changements.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedForm</name>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>A row for each</source>
        <translation>Une ligne par valeur de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Add up</source>
        <translation>Totaliser</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Affected from</source>
        <translation>Affectée à partir de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>any part</source>
        <translation>n'importe quelle partie</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>in proportion to the affected share</source>
        <translation>au prorata de la part affectée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of a feature's length, area or points</source>
        <translation>de la longueur, de la surface ou des points d'une entité</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of each affected feature, in full</source>
        <translation>de chaque entité affectée, en totalité</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedLayer</name>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected area (m²), simulated</source>
        <translation>Surface affectée (m²), simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected by</source>
        <translation>Affecté par</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected length (m), simulated</source>
        <translation>Longueur affectée (m), simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected share (0 to 1), simulated</source>
        <translation>Part affectée (0 à 1), simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}</source>
        <translation>Entités affectées de {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}: {result}</source>
        <translation>Entités affectées de {layer} : {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>QGIS cannot open the affected features {path}.</source>
        <translation>QGIS ne peut pas ouvrir les entités affectées {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>They were written; try to add them by hand.</source>
        <translation>Elles ont été écrites ; essayez de les ajouter manuellement.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedTable</name>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Affected</source>
        <translation>Affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>All</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Area (m²)</source>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Features</source>
        <translation>Entités</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Length (m)</source>
        <translation>Longueur (m)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Looked at</source>
        <translation>Examinées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{area} are inside.</source>
        <translation>Surface à l'intérieur : {area}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{count} of {of} features of “{layer}” are affected.</source>
        <translation>Entités affectées de « {layer} » : {count} sur {of}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, by share</source>
        <translation>{field}, au prorata</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, in full</source>
        <translation>{field}, en totalité</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{length} m of lines are inside.</source>
        <translation>Longueur de lignes à l'intérieur : {length} m.</translation>
    </message>
</context>
<context>
    <name>ForeshockArea</name>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Choose an area on the layer, or zoom to it first.</source>
        <translation>Choisissez une zone sur la couche, ou zoomez d'abord sur celle-ci.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it again.</source>
        <translation>Dessinez-la à nouveau.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it nearer to the layer, or set the map to the layer's coordinate system.</source>
        <translation>Dessinez-la plus près de la couche, ou passez la carte dans le système de coordonnées de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Repair them first (Vector → Geometry Tools → Fix Geometries).</source>
        <translation>Réparez-les d'abord (Vecteur → Outils de géométrie → Réparer les géométries).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Select fewer of them, or simplify them first (Vector → Geometry Tools → Simplify).</source>
        <translation>Sélectionnez-en moins, ou simplifiez-les d'abord (Vecteur → Outils de géométrie → Simplifier).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area cannot be transformed to the layer's coordinate system.</source>
        <translation>La zone choisie ne peut pas être transformée dans le système de coordonnées de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area does not overlap the layer.</source>
        <translation>La zone choisie ne recouvre pas la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area has no surface.</source>
        <translation>La zone choisie n'a pas de surface.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The map shows nothing of this layer.</source>
        <translation>La carte ne montre rien de cette couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons cannot be combined: {reason}.</source>
        <translation>Les polygones ne peuvent pas être combinés : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons of “{layer}” have more than {count} vertices here.</source>
        <translation>Les polygones de « {layer} » ont ici plus de {count} sommets.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The visible extent does not fit the layer's coordinate system.</source>
        <translation>L'étendue visible est incompatible avec le système de coordonnées de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Zoom to the layer first.</source>
        <translation>Zoomez d'abord sur la couche.</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaPanel</name>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Add one to the project, or draw the area.</source>
        <translation>Ajoutez-en une au projet, ou dessinez la zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Change only inside</source>
        <translation>Ne modifier qu'à l'intérieur de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one first.</source>
        <translation>Choisissez-en d'abord une.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one, or switch “{name}” off.</source>
        <translation>Choisissez-en une, ou décochez « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose the visible extent, or draw an area.</source>
        <translation>Choisissez l'étendue visible, ou dessinez une zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a polygon</source>
        <translation>Dessiner un polygone</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a rectangle</source>
        <translation>Dessiner un rectangle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw freehand</source>
        <translation>Dessiner à main levée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Drawn on the map</source>
        <translation>Dessinée sur la carte</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No polygon layer is chosen.</source>
        <translation>Aucune couche de polygones n'est choisie.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No raster layer is chosen.</source>
        <translation>Aucune couche raster n'est choisie.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is drawn yet.</source>
        <translation>Rien n'est encore dessiné.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is selected in “{layer}”.</source>
        <translation>Rien n'est sélectionné dans « {layer} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Outside these polygons every pixel stays as it is</source>
        <translation>À l'extérieur de ces polygones, chaque pixel reste tel quel</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Press one of the buttons and draw the area.</source>
        <translation>Cliquez sur l'un des boutons et dessinez la zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Select the polygons on the map first.</source>
        <translation>Sélectionnez d'abord les polygones sur la carte.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Selected features</source>
        <translation>Entités sélectionnées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>The whole layer has {width} × {height} px, more than can be simulated at once.</source>
        <translation>La couche entière fait {width} × {height} px, plus que ce qui peut être simulé en une fois.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Visible extent</source>
        <translation>Étendue visible</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>Couche entière</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>all {total} feature(s); select some to use only these</source>
        <translation>toutes les entités ({total}) ; sélectionnez-en pour n'utiliser que celles-ci</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>{count} of {total} feature(s) selected</source>
        <translation>{count} entité(s) sélectionnée(s) sur {total}</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaTool</name>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Click the corners; a right click or Enter ends, Backspace takes the last corner back.</source>
        <translation>Cliquez sur les sommets ; un clic droit ou Entrée termine, Retour arrière supprime le dernier sommet.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag around the area.</source>
        <translation>Tracez le contour de la zone en maintenant le bouton enfoncé.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag from corner to corner, or click two corners.</source>
        <translation>Faites glisser d'un coin à l'autre, ou cliquez sur deux coins.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Esc gives up.</source>
        <translation>Échap abandonne.</translation>
    </message>
</context>
<context>
    <name>ForeshockAssemble</name>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Choose another area.</source>
        <translation>Choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Free some space, and check that the folder may be written to.</source>
        <translation>Libérez de l'espace et vérifiez que le dossier est accessible en écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>No tile was edited.</source>
        <translation>Aucune tuile n'a été modifiée.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Run the simulation again.</source>
        <translation>Relancez la simulation.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>Simulate: composing {layer}</source>
        <translation>Simuler : assemblage de {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The journal of request {job} has no stretch.</source>
        <translation>Le journal de la demande {job} ne contient pas d'étirement.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>Le résultat ne peut pas être assemblé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>Le résultat ne peut pas être écrit : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockBackground</name>
    <message>
        <location filename="../foreshock/gui/background.py"/>
        <source>That failed: {reason}.</source>
        <translation>L'opération a échoué : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockBadge</name>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <location filename="../foreshock/layers/badge_look.py"/>
        <source>SIMULATED</source>
        <translation>SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/tile_preview.py"/>
        <source>SIMULATED preview</source>
        <translation>Aperçu SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before (SIMULATED)</source>
        <translation>avant (SIMULÉ)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>{label} — SIMULATED</source>
        <translation>{label} — SIMULÉ</translation>
    </message>
</context>
<context>
    <name>ForeshockBrokerSettings</name>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>A client certificate needs an encrypted connection.</source>
        <translation>Un certificat client nécessite une connexion chiffrée.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Ask the operator for a name of 1 to 64 letters (a-z, A-Z), digits, - and _.</source>
        <translation>Demandez à l'exploitant un nom de 1 à 64 lettres (a-z, A-Z), chiffres, - et _.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address cannot be read.</source>
        <translation>L'adresse du courtier ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address must begin with amqps:// (or amqp:// on this machine).</source>
        <translation>L'adresse du courtier doit commencer par amqps:// (ou amqp:// sur cette machine).</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address names no user.</source>
        <translation>L'adresse du courtier ne nomme aucun utilisateur.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The fleet does not serve a user named “{user}”.</source>
        <translation>Le parc de calcul ne sert pas d'utilisateur nommé « {user} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://.</source>
        <translation>Utilisez amqps://.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://; amqp:// is taken only for a broker on this machine.</source>
        <translation>Utilisez amqps:// ; amqp:// n'est accepté que pour un courtier sur cette machine.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Write it like {address}.</source>
        <translation>Écrivez-la sous la forme {address}.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>amqp:// would send the password and the imagery to {host} unencrypted.</source>
        <translation>amqp:// enverrait le mot de passe et l'imagerie à {host} sans chiffrement.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the fleet at {host}</source>
        <translation>parc de calcul {host}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the {kind} proxy {host}:{port}</source>
        <translation>le proxy {kind} {host}:{port}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
</context>
<context>
    <name>ForeshockButtons</name>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Finish</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Suivant &gt;</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Précédent</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Commit</source>
        <translation>Valider</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>ForeshockChecks</name>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to 64 of a-z, 0-9, - and _</source>
        <translation>1 à 64 caractères parmi a-z, 0-9, - et _</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to {most} bytes of UTF-8 without control characters</source>
        <translation>1 à {most} octets en UTF-8 sans caractère de contrôle</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>WKT of a coordinate reference system, at most {most} bytes</source>
        <translation>WKT d'un système de coordonnées de référence, au plus {most} octets</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple} from {least} to {most} px</source>
        <translation>un multiple de {multiple}, de {least} à {most} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple}, below 2^40</source>
        <translation>un multiple de {multiple}, inférieur à 2^40</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0 up to 1</source>
        <translation>supérieur à 0, au plus 1</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0, metres per px</source>
        <translation>supérieur à 0, en mètres par px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>at most {most}</source>
        <translation>au plus {most}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>below {bound}</source>
        <translation>inférieur à {bound}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it contains a control character; write one line</source>
        <translation>contient un caractère de contrôle ; écrivez une seule ligne</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it has {size} bytes; shorten it</source>
        <translation>fait {size} octets ; raccourcissez</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it is empty; say what should happen</source>
        <translation>vide ; dites ce qui doit se passer</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>no mask was sent</source>
        <translation>aucun masque n'a été envoyé</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>present when {field} is {value}</source>
        <translation>présent si {field} vaut {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>tile {index} of {tiles}</source>
        <translation>tuile {index} sur {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{count} examples</source>
        <translation>{count} exemples</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{least} to {most}</source>
        <translation>de {least} à {most}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{size} bytes</source>
        <translation>{size} octets</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{value} is not</source>
        <translation>{value} ne convient pas</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>“{text}” is not WKT; addresses and codes are not taken</source>
        <translation>« {text} » n'est pas du WKT ; les adresses et les codes ne sont pas acceptés</translation>
    </message>
</context>
<context>
    <name>ForeshockClientFolder</name>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses permissions.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>It collects the result itself; or close it first.</source>
        <translation>Il récupère lui-même le résultat ; sinon, fermez-le d'abord.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>No journal folder under {folder} can be locked.</source>
        <translation>Aucun dossier de journal sous {folder} ne peut être verrouillé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Request {job} belongs to another QGIS that is running.</source>
        <translation>La demande {job} appartient à un autre QGIS en cours d'exécution.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Requests are kept in the profile (and on the machine) that sent them.</source>
        <translation>Les demandes sont conservées dans le profil (et sur la machine) qui les a envoyées.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>The journal folder {folder} cannot be written: {reason}.</source>
        <translation>Le dossier de journal {folder} n'est pas accessible en écriture : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>There is no request {job} in this QGIS profile.</source>
        <translation>Il n'y a pas de demande {job} dans ce profil QGIS.</translation>
    </message>
</context>
<context>
    <name>ForeshockCodec</name>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a UUID</source>
        <translation>un UUID</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a finite number</source>
        <translation>un nombre fini</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a time in RFC 3339</source>
        <translation>une date-heure RFC 3339</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number from 0</source>
        <translation>un nombre entier positif ou nul</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>at most {most} bytes</source>
        <translation>au plus {most} octets</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>one of {names}</source>
        <translation>l'une des valeurs {names}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>present</source>
        <translation>une valeur présente</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>standard base64</source>
        <translation>du base64 standard</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message has {size} bytes ({limit})</source>
        <translation>le message fait {size} octets ({limit})</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message is not a JSON object</source>
        <translation>le message n'est pas un objet JSON</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>this message says schema {said}; this side reads {schema}</source>
        <translation>ce message annonce le schéma {said} ; ce côté-ci lit {schema}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{count} values</source>
        <translation>{count} valeurs</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{field}: must be {expected}</source>
        <translation>{field} : attendu : {expected}</translation>
    </message>
</context>
<context>
    <name>ForeshockCompare</name>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>Add it again, or open the project in which the simulation was run.</source>
        <translation>Ajoutez-la à nouveau, ou ouvrez le projet dans lequel la simulation a été lancée.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>The layer that “{layer}” was made from is not in this project.</source>
        <translation>La couche dont « {layer} » est issue n'est pas dans ce projet.</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionDialog</name>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>A fleet (broker)</source>
        <translation>Un parc de calcul (courtier)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Foreshock: connection</source>
        <translation>Foreshock : connexion</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionRows</name>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Broker</source>
        <translation>Courtier</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>CA file</source>
        <translation>Fichier d'AC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{bundle}” (a .p12 or .pfx file), “{paths}” (PEM files) or “{identity}” (imported in QGIS's options).</source>
        <translation>Choisissez ou créez des identifiants de type « {bundle} » (un fichier .p12 ou .pfx), « {paths} » (fichiers PEM) ou « {identity} » (importés dans les options de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{type}”.</source>
        <translation>Choisissez ou créez des identifiants de type « {type} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create some.</source>
        <translation>Choisissez-en ou créez-en.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Client certificate stored in QGIS, encrypted</source>
        <translation>Certificat client enregistré dans QGIS, chiffré</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Directly, without a proxy (QGIS options).</source>
        <translation>Directement, sans proxy (options de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>For the next run only, then forgotten</source>
        <translation>Pour la prochaine exécution seulement, puis oublié</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Model folder</source>
        <translation>Dossier du modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>No stored credentials are chosen.</source>
        <translation>Aucun identifiant enregistré n'est choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password, kept in memory until QGIS ends</source>
        <translation>Mot de passe, gardé en mémoire jusqu'à la fermeture de QGIS</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>The model runs on this computer. No imagery leaves it, and no broker is needed.</source>
        <translation>Le modèle s'exécute sur cet ordinateur. Aucune image n'en sort, et aucun courtier n'est nécessaire.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Threads</source>
        <translation>Fils d'exécution</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through the proxy of the system's settings, if they name one for this address (QGIS options).</source>
        <translation>Par le proxy des paramètres du système, s'ils en désignent un pour cette adresse (options de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through {proxy} (QGIS options).</source>
        <translation>Par {proxy} (options de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>User and password stored in QGIS, encrypted</source>
        <translation>Nom d'utilisateur et mot de passe enregistrés dans QGIS, chiffrés</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>When Foreshock first connects, QGIS asks for your master password: it opens QGIS's encrypted store of credentials, and is not the broker's.</source>
        <translation>À la première connexion de Foreshock, QGIS demande votre mot de passe principal : il ouvre la base d'identifiants chiffrée de QGIS ; ce n'est pas celui du courtier.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>only for an operator's own authority</source>
        <translation>seulement pour l'autorité propre à un exploitant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the file “foreshock” or “foreshock.exe”</source>
        <translation>le fichier « foreshock » ou « foreshock.exe »</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the program's own small model</source>
        <translation>le petit modèle propre au programme</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionStore</name>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose a file of certificates in PEM form, as the operator gave it to you.</source>
        <translation>Choisissez un fichier de certificats au format PEM, tel que l'exploitant vous l'a remis.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>Choisissez le fichier « foreshock » (sous Windows « foreshock.exe »).</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” under “Connection… → This computer”.</source>
        <translation>Choisissez le fichier « foreshock » sous « Connexion… → Cet ordinateur ».</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No broker is set.</source>
        <translation>Aucun courtier n'est défini.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No program is set.</source>
        <translation>Aucun programme n'est défini.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and fill in its address.</source>
        <translation>Cliquez sur « Connexion… » et saisissez son adresse.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and type it.</source>
        <translation>Cliquez sur « Connexion… » et saisissez-le.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} cannot be read: {reason}.</source>
        <translation>Le fichier d'AC {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} holds no certificate.</source>
        <translation>Le fichier d'AC {path} ne contient aucun certificat.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The password of the broker is not known.</source>
        <translation>Le mot de passe du courtier n'est pas connu.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>There is no program “{path}”.</source>
        <translation>Il n'y a pas de programme « {path} ».</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionTest</name>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>The test itself failed: {reason}.</source>
        <translation>Le test lui-même a échoué : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockController</name>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>1 simulation waits for its result.</source>
        <translation>1 simulation attend son résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>Add imagery, or choose a raster layer in the layer panel.</source>
        <translation>Ajoutez de l'imagerie, ou choisissez une couche raster dans le panneau Couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Add it, right-click it and choose the scenario again.</source>
        <translation>Ajoutez-la, faites un clic droit dessus et choisissez à nouveau le scénario.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Added</source>
        <translation>Ajoutée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Asking {place}…</source>
        <translation>Interrogation : {place}…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Call off</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Called off: {layer}</source>
        <translation>Annulé : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Compare, assess</source>
        <translation>Comparer, évaluer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Fetch now</source>
        <translation>Récupérer maintenant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>No fleet is set. Press “Connection…”.</source>
        <translation>Aucun parc de calcul n'est défini. Cliquez sur « Connexion… ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Not connected. Connecting asks for the master password of QGIS.</source>
        <translation>Non connecté. La connexion demande le mot de passe principal de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Nothing is lost: results wait until you connect again.</source>
        <translation>Rien n'est perdu : les résultats attendent votre reconnexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Right-click the layer that it was made from; the words stand in the result's metadata.</source>
        <translation>Faites un clic droit sur la couche dont il est issu ; le texte se trouve dans les métadonnées du résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer that it was made from is not in this project. Its file: {path}</source>
        <translation>La couche dont il est issu n'est pas dans ce projet. Son fichier : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer “{layer}” is not in this project.</source>
        <translation>La couche « {layer} » n'est pas dans ce projet.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>There is no raster layer to simulate on.</source>
        <translation>Il n'y a pas de couche raster sur laquelle simuler.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>What was asked for to make “{result}” is not in this QGIS profile (any more).</source>
        <translation>La demande à l'origine de « {result} » n'est pas (ou plus) dans ce profil QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{count} simulations wait for their results.</source>
        <translation>{count} simulations attendent leurs résultats.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, not called off.</source>
        <translation>{layer} : arrêté, non annulé.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, nothing is lost. {reason}</source>
        <translation>{layer} : arrêté, rien n'est perdu. {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: {message}</source>
        <translation>{layer} : {message}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>“{layer}”: synthetic imagery.</source>
        <translation>« {layer} » : imagerie synthétique.</translation>
    </message>
</context>
<context>
    <name>ForeshockDiagnostics</name>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Connection: {place}</source>
        <translation>Connexion : {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Created: {when} UTC</source>
        <translation>Créée le : {when} UTC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Job {id}</source>
        <translation>Tâche {id}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Last sign of life: {when}</source>
        <translation>Dernier signe de vie : {when}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Model: {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation>Modèle : {model} ({digest}), étapes : {steps}, graine : {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Series: {index} of {count}</source>
        <translation>Série : {index} sur {count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Size: {width} × {height} px</source>
        <translation>Taille : {width} × {height} px</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>State: {state}</source>
        <translation>État : {state}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Tiles: {done} of {tiles}, {cached} from the cache, lane {lane}</source>
        <translation>Tuiles : {done} sur {tiles}, dont {cached} depuis le cache, voie {lane}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Workers: {names}</source>
        <translation>Workers : {names}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>none is set</source>
        <translation>aucune n'est définie</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
</context>
<context>
    <name>ForeshockDifference</name>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>A result lies on the grid of the raster that it was made from: choose that one.</source>
        <translation>Un résultat se trouve sur la grille du raster dont il est issu : choisissez celui-ci.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation>Choisissez le raster dont le résultat est issu.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Compare by eye (swipe, flip), or save the area as GeoTIFF and simulate on that.</source>
        <translation>Comparez à l'œil (balayage, alternance), ou enregistrez la zone en GeoTIFF et simulez sur ce fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>Difference: {layer}</source>
        <translation>Différence : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is its folder there, and may you write to it?</source>
        <translation>Son dossier existe-t-il, et pouvez-vous y écrire ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>Le fichier a été écrit ; essayez de l'ajouter manuellement.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>QGIS cannot open the difference {path}.</source>
        <translation>QGIS ne peut pas ouvrir la différence {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>The difference cannot be computed: {reason}.</source>
        <translation>La différence ne peut pas être calculée : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>The difference cannot be written: {reason}.</source>
        <translation>La différence ne peut pas être écrite : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} is one of the rasters to be compared.</source>
        <translation>{path} est l'un des rasters à comparer.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} was not written whole.</source>
        <translation>{path} n'a pas été écrit en entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>{result} difference</source>
        <translation>Différence de {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” do not lie on one pixel grid.</source>
        <translation>« {after} » et « {before} » ne sont pas sur une même grille de pixels.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” have different bands.</source>
        <translation>« {after} » et « {before} » ont des bandes différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{layer}” has no samples of its own: a service draws it, and what was drawn is not kept.</source>
        <translation>« {layer} » n'a pas d'échantillons propres : un service la dessine, et ce qui a été dessiné n'est pas conservé.</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawing</name>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer there; then run it again.</source>
        <translation>Vérifiez que QGIS y affiche la couche, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer; then run it again.</source>
        <translation>Vérifiez que QGIS affiche la couche, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Choose another area or another resolution.</source>
        <translation>Choisissez une autre zone ou une autre résolution.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again; or allow missing map tiles, which then stay as they are in the result.</source>
        <translation>Relancez ; ou autorisez les tuiles cartographiques manquantes, qui restent alors telles quelles dans le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map cannot be written: {reason}.</source>
        <translation>Le rendu de la carte ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map was not written whole.</source>
        <translation>Le rendu de la carte n'a pas été écrit en entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map is empty in this area at this resolution.</source>
        <translation>La carte est vide dans cette zone à cette résolution.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server cannot be used: {reason}.</source>
        <translation>Le serveur cartographique ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server delivered nothing of this area: {reason}.</source>
        <translation>Le serveur cartographique n'a rien fourni pour cette zone : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server did not deliver {missing} of {all} map tiles ({reason}); the first lies at {x}, {y}.</source>
        <translation>Le serveur cartographique n'a pas fourni {missing} des {all} tuiles cartographiques ({reason}) ; la première se trouve en {x}, {y}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an answer that is no picture but {kind}</source>
        <translation>une réponse qui n'est pas une image mais {kind}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an empty answer</source>
        <translation>une réponse vide</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>its source is not valid</source>
        <translation>sa source n'est pas valide</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>they are empty, or did not come</source>
        <translation>elles sont vides, ou ne sont pas arrivées</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>{path} is missing.</source>
        <translation>{path} est introuvable.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>{reason}: {words}</source>
        <translation>{reason} : {words}</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawnLayer</name>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Repair its source first.</source>
        <translation>Réparez d'abord sa source.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>Enregistrez d'abord la zone en GeoTIFF (Exporter → Enregistrer sous).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>Définissez-le d'abord (Couche → Définir le SCR des couches).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>The map server does not say how far this layer reaches.</source>
        <translation>Le serveur cartographique n'indique pas l'étendue de cette couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer cannot be read.</source>
        <translation>Cette couche ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer comes from a service as numbers, not as a picture.</source>
        <translation>Cette couche provient d'un service sous forme de nombres, pas d'image.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>Cette couche n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>zoom {zoom} ({gsd} m per px)</source>
        <translation>zoom {zoom} ({gsd} m par px)</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>{gsd} m per px</source>
        <translation>{gsd} m par px</translation>
    </message>
</context>
<context>
    <name>ForeshockErrors</name>
    <message>
        <location filename="../foreshock/core/errors.py"/>
        <source>{field}: {found} (must be {limit})</source>
        <translation>{field} : {found} (attendu : {limit})</translation>
    </message>
</context>
<context>
    <name>ForeshockEstimate</name>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>1 tile</source>
        <translation>1 tuile</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>A pixel is {gsd} here; {model} was made for {low} to {high}. Expect poor results.</source>
        <translation>Un pixel fait ici {gsd} ; {model} est conçu pour {low} à {high}. Attendez-vous à des résultats médiocres.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>about {time}</source>
        <translation>environ {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>queued behind people who wait for a few tiles</source>
        <translation>en file d'attente derrière ceux qui n'attendent que quelques tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>time not known before the first run</source>
        <translation>durée inconnue avant la première exécution</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{count} pictures</source>
        <translation>{count} images</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{width} × {height} px of {gsd}</source>
        <translation>{width} × {height} px de {gsd}</translation>
    </message>
</context>
<context>
    <name>ForeshockExample</name>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>An example needs {least} px a side, and no side more than {times} times the other.</source>
        <translation>Un exemple doit faire au moins {least} px de côté, sans qu'un côté dépasse {times} fois l'autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose another layer.</source>
        <translation>Choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose layers that share a smaller place (at most {most} px a side).</source>
        <translation>Choisissez des couches dont la zone commune est plus petite (au plus {most} px de côté).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose two that overlap.</source>
        <translation>Choisissez-en deux qui se recouvrent.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example layer {path} cannot be read: {reason}.</source>
        <translation>La couche d'exemple {path} ne peut pas être lue : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example would need {width} × {height} px of a map service.</source>
        <translation>L'exemple demanderait {width} × {height} px à un service cartographique.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example's two layers have no data at the same place.</source>
        <translation>Les deux couches de l'exemple n'ont pas de données au même endroit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The place that both example layers show has {width} × {height} px, which is too small or too narrow.</source>
        <translation>La zone commune aux deux couches de l'exemple fait {width} × {height} px, ce qui est trop petit ou trop étroit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>no reason given</source>
        <translation>aucune raison indiquée</translation>
    </message>
</context>
<context>
    <name>ForeshockExamplePanel</name>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>An example needs two layers that show the same place.</source>
        <translation>Un exemple nécessite deux couches qui montrent le même lieu.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose both, or leave both empty.</source>
        <translation>Choisissez les deux, ou laissez les deux vides.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two different layers.</source>
        <translation>Choisissez deux couches différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two layers in the same coordinate system.</source>
        <translation>Choisissez deux couches dans le même système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The chosen model takes no examples.</source>
        <translation>Le modèle choisi n'accepte pas d'exemples.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example has only one of its two layers.</source>
        <translation>L'exemple n'a qu'une de ses deux couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example shows the same layer before and after.</source>
        <translation>L'exemple montre la même couche avant et après.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The extents of the example's two layers cannot be compared.</source>
        <translation>Les étendues des deux couches de l'exemple ne peuvent pas être comparées.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The layers of the earlier simulation's example are not in this project.</source>
        <translation>Les couches de l'exemple de la simulation précédente ne sont pas dans ce projet.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Two layers of one place, before and after a real event, show the model what is meant. Their common extent is sent with every tile.</source>
        <translation>Deux couches d'un même lieu, avant et après un événement réel, montrent au modèle ce qui est attendu. Leur étendue commune est envoyée avec chaque tuile.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{before}” and “{after}” do not overlap.</source>
        <translation>« {before} » et « {after} » ne se recouvrent pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{layer}” cannot serve as an example: {reason}</source>
        <translation>« {layer} » ne peut pas servir d'exemple : {reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockExplain</name>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>A queue at the broker is not as expected: {what}.</source>
        <translation>Une file d'attente du courtier n'est pas comme prévu : {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator for the permissions of a client.</source>
        <translation>Demandez à l'exploitant les permissions d'un client.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to delete the old queue; plugin and fleet may be of different versions.</source>
        <translation>Demandez à l'exploitant de supprimer l'ancienne file d'attente ; l'extension et le parc de calcul sont peut-être de versions différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to raise max_message_size to 9 MiB at least.</source>
        <translation>Demandez à l'exploitant de porter max_message_size à 9 Mio au moins.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to run “foreshock topology apply”.</source>
        <translation>Demandez à l'exploitant d'exécuter « foreshock topology apply ».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator whether logins by certificate (EXTERNAL) are on, and for which name.</source>
        <translation>Demandez à l'exploitant si les connexions par certificat (EXTERNAL) sont activées, et pour quel nom.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask whether {proxy} lets other things than web pages through.</source>
        <translation>Demandez si {proxy} laisse passer autre chose que des pages web.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check both in the connection settings.</source>
        <translation>Vérifiez les deux dans les paramètres de connexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check port and scheme.</source>
        <translation>Vérifiez le port et le schéma.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the broker address and the network.</source>
        <translation>Vérifiez l'adresse du courtier et le réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the part after the last slash of the broker address, or ask the operator.</source>
        <translation>Vérifiez la partie qui suit la dernière barre oblique de l'adresse du courtier, ou adressez-vous à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port. If it is right, the broker is overloaded: tell the operator.</source>
        <translation>Vérifiez le port. S'il est correct, le courtier est surchargé : prévenez l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port: amqps:// has 5671 mostly.</source>
        <translation>Vérifiez le port : amqps:// utilise généralement 5671.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check this computer's clock; if it is right, ask the operator to renew the certificate.</source>
        <translation>Vérifiez l'horloge de cet ordinateur ; si elle est juste, demandez à l'exploitant de renouveler le certificat.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Choose a client certificate that this broker knows in the connection settings.</source>
        <translation>Dans les paramètres de connexion, choisissez un certificat client que ce courtier connaît.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Close another QGIS that uses it, or ask the operator.</source>
        <translation>Fermez un autre QGIS qui l'utilise, ou adressez-vous à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Give the operator's certificate authority as the CA file of the connection, or add it in QGIS's options.</source>
        <translation>Indiquez l'autorité de certification de l'exploitant comme fichier d'AC de la connexion, ou ajoutez-la dans les options de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>If it works without the proxy, the proxy opens encrypted connections: ask your network administrator to leave this one alone.</source>
        <translation>Si cela fonctionne sans le proxy, c'est que le proxy ouvre les connexions chiffrées : demandez à votre administrateur réseau d'épargner celle-ci.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is a worker running? “foreshock doctor” on its machine tells.</source>
        <translation>Un worker est-il en marche ? « foreshock doctor » sur sa machine l'indique.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the address right? A firewall may stop AMQP: ask for this port to be opened, or for a proxy, and set that in QGIS's options (Network).</source>
        <translation>L'adresse est-elle correcte ? Un pare-feu bloque peut-être AMQP : demandez l'ouverture de ce port, ou un proxy, et définissez celui-ci dans les options de QGIS (Réseau).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation>Le courtier est-il en marche, et l'adresse est-elle correcte ?</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It does within two minutes; it is tried again by itself, and nothing is lost.</source>
        <translation>Il le fera d'ici deux minutes ; la tentative est répétée automatiquement, et rien n'est perdu.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again by itself; nothing is lost.</source>
        <translation>La tentative est répétée automatiquement ; rien n'est perdu.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again.</source>
        <translation>La tentative est répétée.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes cancels at this broker.</source>
        <translation>Personne ne prend les annulations chez ce courtier.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes jobs at this broker.</source>
        <translation>Personne ne prend les tâches chez ce courtier.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes questions at this broker.</source>
        <translation>Personne ne prend les questions chez ce courtier.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place} in time.</source>
        <translation>Rien ne répond à temps sur {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place}.</source>
        <translation>Rien ne répond sur {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Plugin and fleet may be of different versions.</source>
        <translation>L'extension et le parc de calcul sont peut-être de versions différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Run the simulation again.</source>
        <translation>Relancez la simulation.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The answer about what can be done cannot be read ({reason}).</source>
        <translation>La réponse sur ce qui peut être fait ne peut pas être lue ({reason}).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} does not let the client certificate in.</source>
        <translation>Le courtier {place} n'admet pas le certificat client.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} refuses the user “{user}” with this password.</source>
        <translation>Le courtier {place} refuse l'utilisateur « {user} » avec ce mot de passe.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} was stopped, or an operator closed the connection.</source>
        <translation>Le courtier {place} a été arrêté, ou un exploitant a fermé la connexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker closed the channel: {code} {what}.</source>
        <translation>Le courtier a fermé le canal : {code} {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}” but as “{known}”.</source>
        <translation>Le courtier ne vous connaît pas sous le nom de « {user} », mais de « {known} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}”.</source>
        <translation>Le courtier ne vous connaît pas sous le nom de « {user} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not take messages as large as a tile: {what}.</source>
        <translation>Le courtier n'accepte pas de messages de la taille d'une tuile : {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has not noticed yet that the last connection of this QGIS ended.</source>
        <translation>Le courtier n'a pas encore remarqué que la dernière connexion de ce QGIS est terminée.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has paused ({reason}) and takes no jobs for now.</source>
        <translation>Le courtier est en pause ({reason}) et n'accepte pas de tâches pour le moment.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of disk and takes no jobs for now.</source>
        <translation>Le courtier manque d'espace disque et n'accepte pas de tâches pour le moment.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory and takes no jobs for now.</source>
        <translation>Le courtier manque de mémoire et n'accepte pas de tâches pour le moment.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory or disk and takes no jobs for now.</source>
        <translation>Le courtier manque de mémoire ou d'espace disque et n'accepte pas de tâches pour le moment.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is there, but no worker answers.</source>
        <translation>Le courtier est là, mais aucun worker ne répond.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker lacks what Foreshock needs: {what}.</source>
        <translation>Il manque au courtier ce dont Foreshock a besoin : {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker took no jobs until the request's time was over.</source>
        <translation>Le courtier n'a accepté aucune tâche avant l'expiration de la demande.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The certificate of {place} is not trusted: {reason}.</source>
        <translation>Le certificat de {place} n'est pas approuvé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} failed: {reason}.</source>
        <translation>La connexion à {place} a échoué : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} was lost.</source>
        <translation>La connexion à {place} a été perdue.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection was closed.</source>
        <translation>La connexion a été fermée.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The queue is full: the broker takes no more jobs now.</source>
        <translation>La file d'attente est pleine : le courtier n'accepte plus de tâches pour l'instant.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” has as many connections at {place} as the operator allows.</source>
        <translation>L'utilisateur « {user} » a déjà sur {place} autant de connexions que l'exploitant en autorise.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not do this: {what}.</source>
        <translation>L'utilisateur « {user} » n'a pas le droit de faire cela : {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not enter “{vhost}” at {place}, or it does not exist.</source>
        <translation>L'utilisateur « {user} » n'a pas accès à « {vhost} » sur {place}, ou cet hôte virtuel n'existe pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>There is no host “{host}”.</source>
        <translation>Il n'y a pas d'hôte « {host} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>What answers at {place} is no AMQP broker.</source>
        <translation>Ce qui répond sur {place} n'est pas un courtier AMQP.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write in the broker address the name under which the broker knows you.</source>
        <translation>Écrivez dans l'adresse du courtier le nom sous lequel il vous connaît.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write the host as the certificate names it, or ask the operator for a certificate of this name.</source>
        <translation>Écrivez l'hôte tel que le certificat le nomme, ou demandez à l'exploitant un certificat à ce nom.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves when others are done.</source>
        <translation>Vos tuiles attendent ici et partent d'elles-mêmes dès que d'autres sont terminées.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves; tell the operator if it lasts.</source>
        <translation>Vos tuiles attendent ici et partent d'elles-mêmes ; prévenez l'exploitant si cela dure.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} does not speak TLS as expected ({reason}).</source>
        <translation>{place} ne parle pas TLS comme prévu ({reason}).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} refuses our certificate ({reason}).</source>
        <translation>{place} refuse notre certificat ({reason}).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} takes the connection, but says nothing as a broker would.</source>
        <translation>{place} accepte la connexion, mais ne dit rien de ce que dirait un courtier.</translation>
    </message>
</context>
<context>
    <name>ForeshockExplainProxy</name>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for a user and a password (“Basic”) at the proxy, or to let connections to {place} through without a login.</source>
        <translation>Demandez à votre administrateur réseau un nom d'utilisateur et un mot de passe (« Basic ») pour le proxy, ou de laisser passer sans authentification les connexions vers {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for another password.</source>
        <translation>Demandez un autre mot de passe à votre administrateur réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator to allow CONNECT to {place}.</source>
        <translation>Demandez à votre administrateur réseau d'autoriser CONNECT vers {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check both where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation>Vérifiez les deux là où QGIS définit son proxy : Préférences → Options → Réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the proxy in QGIS: Settings → Options → Network.</source>
        <translation>Vérifiez le proxy dans QGIS : Préférences → Options → Réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS's options (Network) and the address of the broker. If they are right, ask your network administrator.</source>
        <translation>Vérifiez le type et le port du proxy dans les options de QGIS (Réseau), ainsi que l'adresse du courtier. S'ils sont corrects, adressez-vous à votre administrateur réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS: Settings → Options → Network.</source>
        <translation>Vérifiez le type et le port du proxy dans QGIS : Préférences → Options → Réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type of the proxy in QGIS's options (Network). If it is right, ask your network administrator whether the proxy lets connections to {place} through.</source>
        <translation>Vérifiez le type du proxy dans les options de QGIS (Réseau). S'il est correct, demandez à votre administrateur réseau si le proxy laisse passer les connexions vers {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Fill them in where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation>Saisissez-les là où QGIS définit son proxy : Préférences → Options → Réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the address of the broker right? If it is, ask the operator, or your network administrator.</source>
        <translation>L'adresse du courtier est-elle correcte ? Si oui, adressez-vous à l'exploitant ou à votre administrateur réseau.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation>Le courtier est-il en marche, et l'adresse est-elle correcte ?</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Nothing answers at {place}, says {proxy}.</source>
        <translation>Rien ne répond sur {place}, d'après {proxy}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Tell your network administrator if it lasts.</source>
        <translation>Prévenez votre administrateur réseau si cela dure.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>The user name or the password for {proxy} cannot be sent to it: it is too long, or has letters that proxies do not know.</source>
        <translation>Le nom d'utilisateur ou le mot de passe ne peut pas être envoyé (destinataire : {proxy}) : il est trop long, ou contient des caractères que les proxys ne connaissent pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>There is no host “{host}”, which is to be the proxy.</source>
        <translation>Il n'y a pas d'hôte « {host} », qui est censé être le proxy.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>What answers at {host}:{port} is no {kind} proxy.</source>
        <translation>Ce qui répond sur {host}:{port} n'est pas un proxy {kind}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} cannot reach {place}{status}.</source>
        <translation>{proxy} ne peut pas joindre {place}{status}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer in time.</source>
        <translation>{proxy} ne répond pas à temps.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer.</source>
        <translation>{proxy} ne répond pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not let connections to {place} through{status}.</source>
        <translation>{proxy} ne laisse pas passer les connexions vers {place}{status}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} ends the connection without opening the way to {place}.</source>
        <translation>{proxy} met fin à la connexion sans ouvrir de passage vers {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} has a failure of its own and opens no way to {place}.</source>
        <translation>{proxy} est lui-même en défaut et n'ouvre pas de passage vers {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} lets in only who logs in by {ways}, which Foreshock cannot.</source>
        <translation>{proxy} n'admet que les authentifications par {ways}, que Foreshock ne sait pas faire.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} refuses the user “{user}” with this password.</source>
        <translation>{proxy} refuse l'utilisateur « {user} » avec ce mot de passe.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes no login by user and password.</source>
        <translation>{proxy} n'accepte pas d'authentification par nom d'utilisateur et mot de passe.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes the connection, but does not say in time whether it opens the way to {place}.</source>
        <translation>{proxy} accepte la connexion, mais ne dit pas à temps s'il ouvre un passage vers {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} wants a user and a password.</source>
        <translation>{proxy} demande un nom d'utilisateur et un mot de passe.</translation>
    </message>
</context>
<context>
    <name>ForeshockFirstRun</name>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>&lt;b&gt;Every result is synthetic imagery: a computed scenario, not an observation.&lt;/b&gt; It is marked as such in its name, on the map, in the layer panel and in its file.</source>
        <translation>&lt;b&gt;Chaque résultat est de l'imagerie synthétique : un scénario calculé, pas une observation.&lt;/b&gt; Il est marqué comme tel dans son nom, sur la carte, dans le panneau Couches et dans son fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>&lt;b&gt;It is saved, but the test has failed.&lt;/b&gt; Put it right under Raster → Foreshock → Connection…, where Test says what is missing. Then:</source>
        <translation>&lt;b&gt;C’est enregistré, mais le test a échoué.&lt;/b&gt; Corrigez sous Raster → Foreshock → Connexion…, où Tester indique ce qui manque. Ensuite :</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>A fleet of workers that my organisation runs</source>
        <translation>Un parc de workers géré par mon organisation</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>All is well.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ask the operator for it.</source>
        <translation>Demandez-la à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the &lt;b&gt;scenario&lt;/b&gt; and how bad it is. The area is what the map shows.</source>
        <translation>Choisissez le &lt;b&gt;scénario&lt;/b&gt; et sa gravité. La zone est ce que montre la carte.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>Choisissez le fichier « foreshock » (sous Windows « foreshock.exe »).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Does it work?</source>
        <translation>Est-ce que cela fonctionne ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Fast, also for large areas, and it goes on while QGIS is closed. You need the address of its broker and your password or certificate; the operator gives you both. The imagery of your area is sent there, encrypted.</source>
        <translation>Rapide, même pour de grandes zones, et le calcul continue quand QGIS est fermé. Il vous faut l'adresse de son courtier et votre mot de passe ou certificat ; l'exploitant vous les fournit. L'imagerie de votre zone y est envoyée, chiffrée.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Foreshock computes how a place would look after a disaster.</source>
        <translation>Foreshock calcule à quoi ressemblerait un lieu après une catastrophe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Go back and put it right, or save it as it is: it can be changed at any time under Raster → Foreshock → Connection…</source>
        <translation>Revenez en arrière pour corriger, ou enregistrez tel quel : la connexion peut être modifiée à tout moment sous Raster → Foreshock → Connexion…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Leave the CA file empty unless the operator gave you one: the certificates that QGIS and the system trust are trusted here, too.</source>
        <translation>Laissez le fichier d'AC vide sauf si l'exploitant vous en a remis un : les certificats auxquels QGIS et le système font confiance sont également approuvés ici.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No imagery at hand? Any map service works too, such as an XYZ layer of aerial imagery. &lt;b&gt;User guide&lt;/b&gt; in the same menu tells more.</source>
        <translation>Pas d'imagerie sous la main ? N'importe quel service cartographique convient aussi, par exemple une couche XYZ d'imagerie aérienne. Le &lt;b&gt;Guide d'utilisation&lt;/b&gt;, dans le même menu, en dit plus.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No network, no account: nothing leaves this computer. You need the program “foreshock”. Large areas take long, and go on only while QGIS runs.</source>
        <translation>Pas de réseau, pas de compte : rien ne quitte cet ordinateur. Il vous faut le programme « foreshock ». Les grandes zones prennent du temps et n'avancent que tant que QGIS est ouvert.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No password is ever written to the settings.</source>
        <translation>Aucun mot de passe n'est jamais écrit dans les paramètres.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Not ready yet</source>
        <translation>Pas encore prêt</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Press &lt;b&gt;Run&lt;/b&gt;. Tiles appear on the map as they are finished.</source>
        <translation>Cliquez sur &lt;b&gt;Exécuter&lt;/b&gt;. Les tuiles apparaissent sur la carte à mesure qu'elles sont terminées.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Right-click a raster layer → &lt;b&gt;Simulate damage…&lt;/b&gt;</source>
        <translation>Clic droit sur une couche raster → &lt;b&gt;Simuler des dommages…&lt;/b&gt;</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Set up Foreshock</source>
        <translation>Configurer Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The model runs in one of two places.</source>
        <translation>Le modèle s'exécute à l'un de ces deux endroits.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The next pages ask who does the work, and try it out. It takes two minutes, and can be changed later.</source>
        <translation>Les pages suivantes vous demandent où s'effectue le calcul, puis testent ce choix. Deux minutes suffisent, et tout peut être modifié plus tard.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The operator gives you the address of its broker.</source>
        <translation>L'exploitant vous fournit l'adresse de son courtier.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The part before @ is your user name, the part after the last / the fleet's own area.</source>
        <translation>La partie avant @ est votre nom d'utilisateur, la partie après la dernière / l'espace propre au parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no address yet.</source>
        <translation>Il n'y a pas encore d'adresse.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no password yet.</source>
        <translation>Il n'y a pas encore de mot de passe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no program yet.</source>
        <translation>Il n'y a pas encore de programme.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Three clicks to the first result:</source>
        <translation>Le premier résultat en trois clics :</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Type it, or choose another way.</source>
        <translation>Saisissez-le, ou choisissez un autre moyen.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>What if it happened here?</source>
        <translation>Et si cela arrivait ici ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Where is the fleet?</source>
        <translation>Où se trouve le parc de calcul ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Which program?</source>
        <translation>Quel programme ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who are you?</source>
        <translation>Qui êtes-vous ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who does the work?</source>
        <translation>Qui effectue le calcul ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You can save without waiting for the end.</source>
        <translation>Vous pouvez enregistrer sans attendre la fin.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You right-click a raster layer and say what shall happen there: a flood, an earthquake, a fire, or in your own words. A new layer comes back, which lies exactly on the old one.</source>
        <translation>Faites un clic droit sur une couche raster et dites ce qui doit s'y passer : choisissez une inondation, un séisme, un incendie, ou décrivez-le avec vos propres mots. Vous obtenez une nouvelle couche, exactement superposée à l'ancienne.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>“foreshock” computes the imagery; it needs no installation.</source>
        <translation>« foreshock » calcule l'imagerie ; il ne nécessite pas d'installation.</translation>
    </message>
</context>
<context>
    <name>ForeshockFlip</name>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Its time was switched off in the layer's properties: set a fixed range there (Temporal).</source>
        <translation>Son temps a été désactivé dans les propriétés de la couche : définissez-y un intervalle fixe (Temporel).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>This map view has no temporal controller.</source>
        <translation>Cette vue cartographique n'a pas de contrôleur temporel.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Use the main map of QGIS, or the swipe tool.</source>
        <translation>Utilisez la carte principale de QGIS, ou l'outil de balayage.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>“{layer}” has no time.</source>
        <translation>« {layer} » n'a pas de dimension temporelle.</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprint</name>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>1 area</source>
        <translation>1 zone</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Area (m²)</source>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Instruction</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>Le fichier a été écrit ; essayez de l'ajouter manuellement.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>QGIS cannot open the change footprint {path}.</source>
        <translation>QGIS ne peut pas ouvrir l'emprise des changements {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{count} areas</source>
        <translation>{count} zones</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{result} change ({areas}, {size})</source>
        <translation>{result}, changements ({areas}, {size})</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprintFile</name>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>The change footprint cannot be traced: {reason}.</source>
        <translation>L'emprise des changements ne peut pas être vectorisée : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockGrid</name>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>a tile side of {side} px cannot be used</source>
        <translation>des tuiles de {side} px de côté ne peuvent pas être utilisées</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>an overlap of {overlap} px cannot be used with tiles of {side} px</source>
        <translation>un recouvrement de {overlap} px ne peut pas être utilisé avec des tuiles de {side} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area needs {tiles} tiles; choose a smaller one</source>
        <translation>la zone nécessite {tiles} tuiles ; choisissez-en une plus petite</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest does not overlap the raster</source>
        <translation>la zone d'intérêt ne recouvre pas le raster</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest is not finite</source>
        <translation>la zone d'intérêt n'est pas finie</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform holds a number that is not finite</source>
        <translation>la géotransformation contient un nombre qui n'est pas fini</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform is singular: its pixels have no area</source>
        <translation>la géotransformation est singulière : ses pixels n'ont pas de surface</translation>
    </message>
</context>
<context>
    <name>ForeshockGroups</name>
    <message>
        <location filename="../foreshock/layers/groups.py"/>
        <source>Simulations</source>
        <translation>Simulations</translation>
    </message>
</context>
<context>
    <name>ForeshockHelp</name>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find in the help</source>
        <translation>Chercher dans l'aide</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find next</source>
        <translation>Chercher le suivant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find previous</source>
        <translation>Chercher le précédent</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>{page} — Foreshock help</source>
        <translation>{page} — Aide de Foreshock</translation>
    </message>
</context>
<context>
    <name>ForeshockJobActions</name>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Add result to project</source>
        <translation>Ajouter le résultat au projet</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Copy diagnostics</source>
        <translation>Copier les diagnostics</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Duplicate…</source>
        <translation>Dupliquer…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Remove from the list</source>
        <translation>Supprimer de la liste</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Zoom to</source>
        <translation>Zoomer sur</translation>
    </message>
</context>
<context>
    <name>ForeshockJobAreas</name>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>Choose another one for the project.</source>
        <translation>Choisissez-en un autre pour le projet.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>The area cannot be shown in the map's coordinate system.</source>
        <translation>La zone ne peut pas être affichée dans le système de coordonnées de la carte.</translation>
    </message>
</context>
<context>
    <name>ForeshockJobLog</name>
    <message>
        <location filename="../foreshock/jobs/job_log.py"/>
        <source>lines are left out here: the log had grown too long</source>
        <translation>des lignes sont omises ici : le journal était devenu trop long</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsColumns</name>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>From “Run” to the result</source>
        <translation>De « Exécuter » au résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Heard</source>
        <translation>Signe de vie</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>How many pieces the area was cut into, and how many of them are there</source>
        <translation>En combien de morceaux la zone a été découpée, et combien d'entre eux sont là</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Lane</source>
        <translation>Voie</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Large requests take the bulk lane, so that nobody who waits at a screen is held up</source>
        <translation>Les grandes demandes passent par la voie par lots, afin que personne n'attende devant son écran</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles that the fleet had computed before and did not have to compute again</source>
        <translation>Tuiles que le parc de calcul avait déjà calculées et n'a pas dû recalculer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>When a worker last gave a sign of life for it</source>
        <translation>Quand un worker a donné pour la dernière fois un signe de vie à son sujet</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsDock</name>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>All jobs</source>
        <translation>Toutes les tâches</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Done</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Failed or called off</source>
        <translation>En échec ou annulées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Filter by layer, scenario or words</source>
        <translation>Filtrer par couche, scénario ou mots</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Foreshock jobs</source>
        <translation>Tâches Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>No job fits the filter.</source>
        <translation>Aucune tâche ne correspond au filtre.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Reading the jobs of this profile…</source>
        <translation>Lecture des tâches de ce profil…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Stopped or to be fetched</source>
        <translation>Arrêtées ou à récupérer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>There are no jobs yet.

Right-click a raster layer and choose “Simulate damage…”. Each run is listed here, with its progress and its log, also after QGIS was closed.</source>
        <translation>Il n'y a pas encore de tâches.

Faites un clic droit sur une couche raster et choisissez « Simuler des dommages… ». Chaque exécution apparaît ici, avec sa progression et son journal, même après la fermeture de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>go on</source>
        <translation>continuer</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsLocator</name>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Add result to project</source>
        <translation>Ajouter le résultat au projet</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Foreshock jobs</source>
        <translation>Tâches Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Zoom to</source>
        <translation>Zoomer sur</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsPanel</name>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Foreshock jobs</source>
        <translation>Tâches Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>It was moved or deleted. “Duplicate…” makes another one.</source>
        <translation>Il a été déplacé ou supprimé. « Dupliquer… » en produit un autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove this job and its log from the list?</source>
        <translation>Supprimer de la liste cette tâche et son journal ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove {count} jobs and their logs from the list?</source>
        <translation>Supprimer de la liste {count} tâches et leurs journaux ?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Results stay where they are. A job that was removed cannot be retried.</source>
        <translation>Les résultats restent où ils sont. Une tâche supprimée ne peut pas être relancée.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Simulate on the layer anew.</source>
        <translation>Simulez à nouveau sur la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The diagnostics are on the clipboard. They hold no passwords.</source>
        <translation>Les diagnostics sont dans le presse-papiers. Ils ne contiennent aucun mot de passe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The log cannot be read: {reason}.</source>
        <translation>Le journal ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The result is not there any more: {path}</source>
        <translation>Le résultat n'est plus là : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>“{job}” is not in the journal any more.</source>
        <translation>« {job} » n'est plus dans le journal.</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsWords</name>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>1 job</source>
        <translation>1 tâche</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>All tiles are at the broker. The next worker that is free takes them.</source>
        <translation>Toutes les tuiles sont chez le courtier. Le prochain worker libre les prend.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Called off</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>It was under way when QGIS ended. “Go on” connects and fetches what has come since.</source>
        <translation>Elle était en cours quand QGIS s'est fermé. « Continuer » se connecte et récupère ce qui est arrivé depuis.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Nothing is lost. “Go on” sends what is missing.</source>
        <translation>Rien n'est perdu. « Continuer » envoie ce qui manque.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Processing or another QGIS sent it, and gets its result. If neither runs any more, “Collect results” in the toolbox fetches it.</source>
        <translation>Les traitements ou un autre QGIS l'ont envoyée et reçoivent son résultat. Si ni les uns ni l'autre ne s'exécutent plus, « Récupérer des résultats » dans la boîte à outils va le chercher.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Running</source>
        <translation>En cours de calcul</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>To be fetched</source>
        <translation>À récupérer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Under way elsewhere</source>
        <translation>En cours ailleurs</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Waiting for a worker</source>
        <translation>En attente d'un worker</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers tell of each step. If the one that has this tile has died, the broker gives the tile to another one by itself.</source>
        <translation>Les workers annoncent chaque étape. Si celui qui a cette tuile est tombé, le courtier la confie de lui-même à un autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers: {names}</source>
        <translation>Workers : {names}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Writing the result</source>
        <translation>Écriture du résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>bulk</source>
        <translation>par lots</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>interactive</source>
        <translation>interactive</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>just now</source>
        <translation>à l'instant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>silent for {time}</source>
        <translation>silencieux depuis {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} jobs</source>
        <translation>{count} tâches</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} stopped or to be fetched</source>
        <translation>{count} à reprendre ou à récupérer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} under way</source>
        <translation>{count} en cours</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{done} of {tiles}</source>
        <translation>{done} sur {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count})</source>
        <translation>{name} ({index} sur {count})</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count}: {label})</source>
        <translation>{name} ({index} sur {count} : {label})</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %, about {time} left</source>
        <translation>{percent} %, encore environ {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{state}: {reason}</source>
        <translation>{state} : {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{time} ago</source>
        <translation>il y a {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{width} × {height} px, model {model}, {steps} steps, seed {seed}</source>
        <translation>{width} × {height} px, modèle {model}, étapes : {steps}, graine : {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>“{instruction}”</source>
        <translation>« {instruction} »</translation>
    </message>
</context>
<context>
    <name>ForeshockJournal</name>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses permissions.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Delete its folder.</source>
        <translation>Supprimez son dossier.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} cannot be read: {reason}.</source>
        <translation>Le fichier de journal {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} is damaged: {reason}.</source>
        <translation>Le fichier de journal {path} est endommagé : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockLayer</name>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>A GeoTIFF cannot hold this layer's coordinate reference system.</source>
        <translation>Un GeoTIFF ne peut pas contenir le système de coordonnées de référence de cette couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose a layer with a picture.</source>
        <translation>Choisissez une couche qui contient une image.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose one of its sublayers.</source>
        <translation>Choisissez l'une de ses sous-couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it first (Raster → Conversion → PCT to RGB).</source>
        <translation>Convertissez-le d'abord (Raster → Conversion → PCT vers RVB).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to 8- or 16-bit whole numbers or to floating point first.</source>
        <translation>Convertissez-le d'abord en nombres entiers de 8 ou 16 bits, ou en virgule flottante.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first (Raster → Conversion → Translate).</source>
        <translation>Convertissez-le d'abord en RVB (Raster → Conversion → Convertir).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first.</source>
        <translation>Convertissez-le d'abord en RVB.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to one type first (Raster → Conversion → Translate).</source>
        <translation>Convertissez-le d'abord en un seul type (Raster → Conversion → Convertir).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Each band of this raster has a mask of its own; a GeoTIFF holds one for all.</source>
        <translation>Chaque bande de ce raster a son propre masque ; un GeoTIFF n'en contient qu'un pour toutes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it anew (Layer → Georeferencer).</source>
        <translation>Géoréférencez-le à nouveau (Couche → Géoréférencer).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it first (Layer → Georeferencer).</source>
        <translation>Géoréférencez-le d'abord (Couche → Géoréférencer).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it a nodata value first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>Donnez-lui d'abord une valeur nodata (Raster → Projections → Projection (warp), « Valeur Nodata pour les bandes de sortie »).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it one first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>Donnez-lui-en d'abord une seule (Raster → Projections → Projection (warp), « Valeur Nodata pour les bandes de sortie »).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Repair its source first.</source>
        <translation>Réparez d'abord sa source.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Samples of type {kind} are not supported.</source>
        <translation>Les échantillons de type {kind} ne sont pas pris en charge.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>Enregistrez d'abord la zone en GeoTIFF (Exporter → Enregistrer sous).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Scale it to 8 bit first (Raster → Conversion → Translate).</source>
        <translation>Ramenez-le d'abord à 8 bits (Raster → Conversion → Convertir).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>Définissez-le d'abord (Couche → Définir le SCR des couches).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Set the right one first (Layer → Set CRS of Layer).</source>
        <translation>Définissez d'abord le bon (Couche → Définir le SCR des couches).</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation>Imagerie synthétique : pas une observation</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster are no red, green and blue (CMYK, HLS or YCbCr).</source>
        <translation>Les bandes de ce raster ne sont pas le rouge, le vert et le bleu (CMJN, HLS ou YCbCr).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different nodata values; a GeoTIFF holds one for all.</source>
        <translation>Les bandes de ce raster ont des valeurs nodata différentes ; un GeoTIFF n'en contient qu'une pour toutes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different sample types.</source>
        <translation>Les bandes de ce raster ont des types d'échantillons différents.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The colours of this raster are {space}.</source>
        <translation>Les couleurs de ce raster sont en {space}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The geotransform of this raster gives its pixels no place on the ground.</source>
        <translation>La géotransformation de ce raster ne donne à ses pixels aucune place au sol.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The samples of this raster have {bits} bit each, too few to be edited.</source>
        <translation>Les échantillons de ce raster ont {bits} bits chacun, trop peu pour être modifiés.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer cannot be read.</source>
        <translation>Cette couche ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>Cette couche n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer is drawn by a service, so its own pixels are not at hand.</source>
        <translation>Cette couche est dessinée par un service ; ses propres pixels ne sont donc pas disponibles.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer's coordinate reference system cannot be sent.</source>
        <translation>Le système de coordonnées de référence de cette couche ne peut pas être envoyé.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer's coordinate reference system is geographic, but its coordinates are no degrees.</source>
        <translation>Le système de coordonnées de référence de cette couche est géographique, mais ses coordonnées ne sont pas des degrés.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has ground control points or sensor coefficients (RPC), but no geotransform.</source>
        <translation>Ce raster a des points de contrôle au sol ou des coefficients de capteur (RPC), mais pas de géotransformation.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no band.</source>
        <translation>Ce raster n'a pas de bande.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no geotransform, so its pixels have no place on the ground.</source>
        <translation>Ce raster n'a pas de géotransformation ; ses pixels n'ont donc pas de place au sol.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has nothing but an alpha band.</source>
        <translation>Ce raster n'a rien d'autre qu'une bande alpha.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster is rotated against its coordinate system.</source>
        <translation>Ce raster est tourné par rapport à son système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster stores palette numbers, not colours.</source>
        <translation>Ce raster contient des numéros de palette, pas des couleurs.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Warp it first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>Reprojetez d'abord la couche (Raster → Projections → Projection (warp)) et simulez sur le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Warp it to another first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>Reprojetez d'abord la couche dans un autre (Raster → Projections → Projection (warp)) et simulez sur le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>“{instruction}”
{notice}.</source>
        <translation>« {instruction} »
{notice}.</translation>
    </message>
</context>
<context>
    <name>ForeshockLayout</name>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>After: {what}</source>
        <translation>Après : {what}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before (SIMULATED)</source>
        <translation>Avant (SIMULÉ)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed: {area}</source>
        <translation>Modifié : {area}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Computed: {time} UTC</source>
        <translation>Calculé le : {time} UTC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Install the plugin anew.</source>
        <translation>Réinstallez l'extension.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Instruction: “{words}”</source>
        <translation>Consigne : « {words} »</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Made from: {layer}</source>
        <translation>Issu de : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Model: {model} ({digest}), seed {seed}, {steps} steps</source>
        <translation>Modèle : {model} ({digest}), graine : {seed}, étapes : {steps}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>QGIS cannot read the template {path}.</source>
        <translation>QGIS ne peut pas lire le modèle de mise en page {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED</source>
        <translation>SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED · Synthetic imagery: a computed scenario, not an observation.</source>
        <translation>SIMULÉ · Imagerie synthétique : scénario calculé, pas une observation.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The project takes no layout named “{name}”.</source>
        <translation>Le projet n'accepte pas de mise en page nommée « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The template {path} has no item “{name}”.</source>
        <translation>Le modèle de mise en page {path} n'a pas d'élément « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>{layer}: before and after</source>
        <translation>{layer} : avant et après</translation>
    </message>
</context>
<context>
    <name>ForeshockLocal</name>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Check program, model and threads in the connection settings; the program may be of another version.</source>
        <translation>Vérifiez le programme, le modèle et les fils d'exécution dans les paramètres de connexion ; le programme est peut-être d'une autre version.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose another model folder in the connection settings.</source>
        <translation>Choisissez un autre dossier de modèle dans les paramètres de connexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose the program “foreshock” in the connection settings.</source>
        <translation>Choisissez le programme « foreshock » dans les paramètres de connexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is not started again by itself: free memory, or choose fewer threads or a smaller model, and run again.</source>
        <translation>Il n'est pas redémarré automatiquement : libérez de la mémoire, ou choisissez moins de fils d'exécution ou un modèle plus petit, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is started again; nothing is lost.</source>
        <translation>Il est redémarré ; rien n'est perdu.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Plugin and program may be of different versions.</source>
        <translation>L'extension et le programme sont peut-être de versions différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The local program does not speak as expected: {words}</source>
        <translation>Le programme local ne parle pas comme prévu : {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The model on this computer cannot be loaded: {words}</source>
        <translation>Le modèle ne peut pas être chargé sur cet ordinateur : {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended by signal {number}: {words}</source>
        <translation>Le programme de cet ordinateur s'est arrêté sur le signal {number} : {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended with code {number}: {words}</source>
        <translation>Le programme de cet ordinateur s'est arrêté avec le code {number} : {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer refuses its settings: {words}</source>
        <translation>Le programme de cet ordinateur refuse ses paramètres : {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program {path} cannot be started: {reason}.</source>
        <translation>Le programme {path} ne peut pas être démarré : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>What the local program says cannot be taken: {reason}.</source>
        <translation>Ce que dit le programme local ne peut pas être accepté : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>it said nothing</source>
        <translation>il n'a rien dit</translation>
    </message>
</context>
<context>
    <name>ForeshockLogKeeper</name>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>QGIS ends, or the plugin is switched off: it goes on later</source>
        <translation>QGIS se ferme, ou l'extension est désactivée : la suite aura lieu plus tard</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[error codes: {codes}]</source>
        <translation>[codes d'erreur : {codes}]</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[workers: {workers}]</source>
        <translation>[workers : {workers}]</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>all tiles are sent</source>
        <translation>toutes les tuiles sont envoyées</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>begins: {tiles} tiles, {lane}, {place}; model {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation>début : {tiles} tuile(s), {lane}, {place} ; modèle {model} ({digest}), étapes : {steps}, graine : {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>called off by the user</source>
        <translation>annulée par l'utilisateur</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connected to {place}</source>
        <translation>connexion établie : {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connection ({state}): {reason}</source>
        <translation>connexion ({state}) : {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>done: the result is written; {cached} of {tiles} tiles came from the cache</source>
        <translation>terminée : le résultat est écrit ; tuiles venues du cache : {cached} sur {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>failed: {reason}</source>
        <translation>échec : {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>goes on: {tiles} tiles, {lane}, {place}</source>
        <translation>reprise : {tiles} tuile(s), {lane}, {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later</source>
        <translation>arrêtée, peut reprendre plus tard</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later: {reason}</source>
        <translation>arrêtée, peut reprendre plus tard : {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile} begins once more, on {worker}</source>
        <translation>tuile {tile} : recommencée, sur {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: called off on {worker}</source>
        <translation>tuile {tile} : annulée sur {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: computed by {worker} in {seconds} s</source>
        <translation>tuile {tile} : calculée par {worker} en {seconds} s</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: failed on {worker}: {reason} ({code})</source>
        <translation>tuile {tile} : échec sur {worker} : {reason} ({code})</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: from the cache, by {worker}</source>
        <translation>tuile {tile} : depuis le cache, par {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>worker {worker} takes part</source>
        <translation>le worker {worker} participe</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>{count} of {tiles} tiles are there already</source>
        <translation>tuiles déjà là : {count} sur {tiles}</translation>
    </message>
</context>
<context>
    <name>ForeshockLogWindow</name>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Log: {job}</source>
        <translation>Journal : {job}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Nothing was noted for this job. Processing keeps a log of its own.</source>
        <translation>Rien n'a été noté pour cette tâche. Les traitements tiennent leur propre journal.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Times are UTC. The log holds no passwords.</source>
        <translation>Les heures sont en UTC. Le journal ne contient aucun mot de passe.</translation>
    </message>
</context>
<context>
    <name>ForeshockMask</name>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>Draw the area again.</source>
        <translation>Dessinez à nouveau la zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask cannot be drawn: {reason}.</source>
        <translation>Le masque ne peut pas être dessiné : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline cannot be read.</source>
        <translation>Le contour du masque ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline crosses itself.</source>
        <translation>Le contour du masque se croise lui-même.</translation>
    </message>
</context>
<context>
    <name>ForeshockMessages</name>
    <message>
        <location filename="../foreshock/core/messages.py"/>
        <source>a tile's message has {size} bytes; choose a model with smaller tiles</source>
        <translation>le message d'une tuile fait {size} octets ; choisissez un modèle à tuiles plus petites</translation>
    </message>
</context>
<context>
    <name>ForeshockModelPanel</name>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Another seed gives another picture of the same scenario</source>
        <translation>Une autre graine donne une autre image du même scénario</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>How much is drawn anew; with less, more of what is there shows through</source>
        <translation>Part redessinée ; plus elle est faible, plus ce qui existe transparaît</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Licence: {name}</source>
        <translation>Licence : {name}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model, seed, example</source>
        <translation>Modèle, graine, exemple</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>The same scenario with so many seeds, one after another</source>
        <translation>Le même scénario avec autant de graines, l'une après l'autre</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>no commercial use</source>
        <translation>pas d'usage commercial</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>not accepted by the operator, so jobs are refused</source>
        <translation>non acceptée par l'exploitant, donc les tâches sont refusées</translation>
    </message>
</context>
<context>
    <name>ForeshockNames</name>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source> — SIMULATED</source>
        <translation> — SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source>{layer}: {scenario}</source>
        <translation>{layer} : {scenario}</translation>
    </message>
</context>
<context>
    <name>ForeshockOutcomeImage</name>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>A worker sent an image that cannot be used: {fact}.</source>
        <translation>Un worker a envoyé une image inutilisable : {fact}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>Signalez-le à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it has {width} × {height} px and {bands} bands, not {side} × {side} and 4</source>
        <translation>elle fait {width} × {height} px et {bands} bandes, au lieu de {side} × {side} et 4</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it is no GeoTIFF</source>
        <translation>ce n'est pas un GeoTIFF</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it lies elsewhere than its tile</source>
        <translation>elle se trouve ailleurs que sa tuile</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its data are damaged</source>
        <translation>ses données sont endommagées</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its samples are not 8 bit</source>
        <translation>ses échantillons ne sont pas sur 8 bits</translation>
    </message>
</context>
<context>
    <name>ForeshockPair</name>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose another raster.</source>
        <translation>Choisissez un autre raster.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation>Choisissez le raster dont le résultat est issu.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Complex numbers cannot be compared.</source>
        <translation>Les nombres complexes ne peuvent pas être comparés.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The result does not lie inside the source raster.</source>
        <translation>Le résultat ne se trouve pas à l'intérieur du raster source.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters do not share one pixel grid.</source>
        <translation>Les deux rasters ne partagent pas une même grille de pixels.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters have not the same bands.</source>
        <translation>Les deux rasters n'ont pas les mêmes bandes.</translation>
    </message>
</context>
<context>
    <name>ForeshockPlausibility</name>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose the one that was written beside it.</source>
        <translation>Choisissez celle qui a été écrite à côté de lui.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>No water level can be told: the change has no shore on known ground.</source>
        <translation>Aucun niveau d'eau ne peut être déterminé : le changement n'a pas de rivage sur un terrain connu.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, every pixel is the source's, bit for bit.</source>
        <translation>Hors du masque, chaque pixel est celui de la source, bit pour bit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, where nothing may change, {share} of the pixels differ from the source.</source>
        <translation>Hors du masque, où rien ne doit changer, {share} des pixels diffèrent de la source.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Taken as water, the change has its level at {level} m.</source>
        <translation>Considéré comme de l'eau, le changement a son niveau à {level} m.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} cannot be opened.</source>
        <translation>L'emprise des changements {path} ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} does not lie on the result.</source>
        <translation>L'emprise des changements {path} ne se trouve pas sur le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The mask allowed change everywhere.</source>
        <translation>Le masque autorisait les changements partout.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>There was no mask: change was allowed everywhere.</source>
        <translation>Il n'y avait pas de masque : les changements étaient autorisés partout.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene has moved by {shift} px (tiles: {tiles}).</source>
        <translation>Ce qui reste de la scène s'est déplacé de {shift} px (tuiles : {tiles}).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene lies where it was: shifted by {shift} px (tiles: {tiles}).</source>
        <translation>Ce qui reste de la scène est resté en place : décalage de {shift} px (tuiles : {tiles}).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Whether the content has moved cannot be told: too little of the old texture is left.</source>
        <translation>Impossible de dire si le contenu s'est déplacé : il reste trop peu de l'ancienne texture.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>less than {value} %</source>
        <translation>moins de {value} %</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the pixels differ from the source.</source>
        <translation>{share} des pixels diffèrent de la source.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the unchanged ground at its edge lies more than {tolerance} m below: water would run there, unless it is a river or a lake.</source>
        <translation>{share} du terrain inchangé en bordure se trouve à plus de {tolerance} m en dessous : l'eau s'y écoulerait, à moins qu'il ne s'agisse d'un cours d'eau ou d'un lac.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the water stands more than {tolerance} m above its level.</source>
        <translation>{share} de l'eau se trouve à plus de {tolerance} m au-dessus de son niveau.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
</context>
<context>
    <name>ForeshockPresets</name>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Earthquake</source>
        <translation>Séisme</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Flood</source>
        <translation>Inondation</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Hurricane or tornado</source>
        <translation>Ouragan ou tornade</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Landslide</source>
        <translation>Glissement de terrain</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>No damage</source>
        <translation>Aucun dommage</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Snow</source>
        <translation>Neige</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Tsunami</source>
        <translation>Tsunami</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Volcanic ash</source>
        <translation>Cendres volcaniques</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Wildfire</source>
        <translation>Feu de forêt</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>door sills (1 m)</source>
        <translation>seuils (1 m)</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>eaves (3 m)</source>
        <translation>avant-toits (3 m)</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>mild</source>
        <translation>faible</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>moderate</source>
        <translation>modéré</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>severe</source>
        <translation>sévère</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>shallow (0.3 m)</source>
        <translation>peu profonde (0,3 m)</translation>
    </message>
</context>
<context>
    <name>ForeshockProbe</name>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Allow its execution in its properties.</source>
        <translation>Autorisez son exécution dans ses propriétés.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Broker: {address}, login by {login}, way: {way}</source>
        <translation>Courtier : {address}, authentification par {login}, chemin : {way}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>Choisissez le programme « foreshock » (sous Windows « foreshock.exe »).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”.</source>
        <translation>Choisissez le programme « foreshock ».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”; if this is it, install it anew.</source>
        <translation>Choisissez le programme « foreshock » ; si c'est bien lui, réinstallez-le.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Login</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Queues and permissions</source>
        <translation>Files d'attente et permissions</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>There is no file “{path}”.</source>
        <translation>Il n'y a pas de fichier « {path} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>This computer: {program}, model {model}</source>
        <translation>Cet ordinateur : {program}, modèle {model}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Virtual host</source>
        <translation>Hôte virtuel</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>all that a client needs</source>
        <translation>tout ce qu'il faut à un client</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by certificate</source>
        <translation>en tant que {user}, par certificat</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by password</source>
        <translation>en tant que {user}, par mot de passe</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>certificate</source>
        <translation>certificat</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>directly</source>
        <translation>direct</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>it says nothing</source>
        <translation>il ne dit rien</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>no model</source>
        <translation>aucun modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>not tried</source>
        <translation>non essayé</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>of the program</source>
        <translation>du programme</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{host} is {address}</source>
        <translation>{host} est {address}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{models}, version {version}</source>
        <translation>{models}, version {version}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence})</source>
        <translation>{model} ({licence})</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence}, not accepted)</source>
        <translation>{model} ({licence}, non acceptée)</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} does not say its version.</source>
        <translation>{path} n'indique pas sa version.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not Foreshock, or does not run here: {reason}.</source>
        <translation>{path} n'est pas Foreshock, ou ne s'exécute pas ici : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not a program that may be run.</source>
        <translation>{path} n'est pas un programme exécutable.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{port} answers</source>
        <translation>{port} répond</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{proxy} opens the way to {place}</source>
        <translation>{proxy} ouvre le passage vers {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{time} ms from question to answer</source>
        <translation>{time} ms de la question à la réponse</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{version}, certificate {certificate}</source>
        <translation>{version}, certificat {certificate}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{vhost} is open</source>
        <translation>{vhost} est ouvert</translation>
    </message>
</context>
<context>
    <name>ForeshockProcessing</name>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>A number speaks against the result</source>
        <translation>Un indicateur contredit le résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>A pixel is {gsd} m here; {model} was made for {low} to {high} m. Expect poor results.</source>
        <translation>Un pixel fait ici {gsd} m ; {model} est conçu pour {low} à {high} m. Attendez-vous à des résultats médiocres.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>A row for each value of this field</source>
        <translation>Une ligne pour chaque valeur de ce champ</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Add the results to the project</source>
        <translation>Ajouter les résultats au projet</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features</source>
        <translation>Entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features by value</source>
        <translation>Entités affectées par valeur</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected from this share of a feature, % (0: any part)</source>
        <translation>Affectée à partir de cette part d'une entité, % (0 : n'importe quelle partie)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>After (the result)</source>
        <translation>Après (le résultat)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>All of its number</source>
        <translation>La totalité de son nombre</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>An affected feature adds</source>
        <translation>Une entité affectée ajoute</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Area (if not set: the whole layer)</source>
        <translation>Zone (si non définie : la couche entière)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Area inside, m²</source>
        <translation>Surface à l'intérieur, m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Area of what changed, m²</source>
        <translation>Surface de ce qui a changé, m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Area {id}: {status}. {reason}</source>
        <translation>Zone {id} : {status}. {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas (each feature is a request)</source>
        <translation>Zones (chaque entité est une demande)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas that became no request</source>
        <translation>Zones qui n'ont pas donné de demande</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas with a result</source>
        <translation>Zones avec un résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas without a result</source>
        <translation>Zones sans résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Ask the operator.</source>
        <translation>Demandez à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Broker (if not set: the plugin's)</source>
        <translation>Courtier (si non défini : celui de l'extension)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that are under way</source>
        <translation>Annule des simulations en cours</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that were submitted before. Workers drop the tiles that wait, and stop those that they compute. Requests of a QGIS that is running end there as soon as the fleet has answered.</source>
        <translation>Annule des simulations soumises auparavant. Les workers abandonnent les tuiles en attente et arrêtent celles qu'ils calculent. Les demandes d'un QGIS en cours d'exécution s'y terminent dès que le parc de calcul a répondu.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Cancel simulations</source>
        <translation>Annuler des simulations</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Change footprint, or other polygons</source>
        <translation>Emprise des changements, ou d'autres polygones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Change only inside these polygons</source>
        <translation>Ne modifier qu'à l'intérieur de ces polygones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed pixels outside the mask</source>
        <translation>Pixels modifiés hors du masque</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share of the pixels, 0 to 1</source>
        <translation>Part modifiée des pixels, 0 à 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Changed share of the tiles, 0 to 1</source>
        <translation>Part modifiée des tuiles, 0 à 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share outside the mask, 0 to 1</source>
        <translation>Part modifiée hors du masque, 0 à 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Check its name and path.</source>
        <translation>Vérifiez son nom et son chemin.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Check the plausibility of a simulation</source>
        <translation>Vérifier la plausibilité d'une simulation</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Choose a file for HTML, for PDF, or for both.</source>
        <translation>Choisissez un fichier pour le HTML, pour le PDF, ou pour les deux.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Choose a layer with polygons.</source>
        <translation>Choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Choose a name that does.</source>
        <translation>Choisissez un nom qui convient.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose a raster that lies in a file.</source>
        <translation>Choisissez un raster contenu dans un fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose an area on the raster.</source>
        <translation>Choisissez une zone sur le raster.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>Choisissez un autre modèle, ou adressez-vous à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG) instead.</source>
        <translation>Choisissez plutôt des identifiants (AUTHCFG).</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG), or name the address with its password in {variable}.</source>
        <translation>Choisissez des identifiants (AUTHCFG), ou indiquez l'adresse avec son mot de passe dans {variable}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Collect results</source>
        <translation>Récupérer des résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Compares a simulated layer with the raster it was made from, pixel by pixel.

Change outside the mask: the share of pixels outside the polygons that differ from the source; it has to be 0. Without polygons, those of the request are taken, from the provenance file beside the result.

Alignment: how far what is left of the scene is shifted against the source, in pixels, by phase correlation of edges in tiles of the changed region. It is left out where too little of the old texture is left to tell.

Water level: for floods, with an elevation raster in metres (any coordinate system). Each connected piece of the change is taken as water; its level is the height that 95 % of its shore do not exceed. Two shares speak against it: water that stands above its own level, and unchanged ground at its edge below that level, where water would run. Differences up to the tolerance are let pass, which should be the height error of the elevation raster, and islands up to 1,000 m²: roofs and tree crowns. Rivers and lakes do not change, so name them, else they count as ground. A river falls along its course, so long pieces along one may exceed the tolerance.</source>
        <translation>Compare une couche simulée au raster dont elle est issue, pixel par pixel.

Changements hors du masque : la part des pixels situés hors des polygones qui diffèrent de la source ; elle doit être nulle. Sans polygones, ceux de la demande sont repris du fichier de provenance placé à côté du résultat.

Calage : de combien ce qui reste de la scène est décalé par rapport à la source, en pixels, par corrélation de phase des contours dans des tuiles de la région modifiée. Cette mesure est omise là où il reste trop peu de l'ancienne texture pour se prononcer.

Niveau d'eau : pour les inondations, avec un raster d'altitude en mètres (dans n'importe quel système de coordonnées). Chaque partie connexe du changement est considérée comme de l'eau ; son niveau est l'altitude que 95 % de son rivage ne dépassent pas. Deux parts le contredisent : l'eau qui se trouve au-dessus de son propre niveau, et le terrain inchangé en bordure situé sous ce niveau, où l'eau s'écoulerait. Les écarts jusqu'à la tolérance, qui devrait être l'erreur altimétrique du raster d'altitude, sont admis, de même que les îlots jusqu'à 1 000 m² : toits et houppiers. Les cours d'eau et les lacs ne changent pas : indiquez-les, sinon ils comptent comme du terrain. Un cours d'eau descend vers l'aval ; de longues parties qui le suivent peuvent donc dépasser la tolérance.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Computes the hashes of a simulated layer anew and compares them, and its tags and place, with the provenance file that was written beside it (NAME.provenance.json). If the raster it was made from is given, its pixels are compared, too. One pixel, one tag or one word that was changed since is found.

A hash is no signature: it finds what was changed by accident or without care, not a forger who writes both files anew. Whoever has to rely on it keeps the provenance file's hash (its last line) in another place.</source>
        <translation>Recalcule les empreintes (hash) d'une couche simulée et les compare, ainsi que ses balises et sa position, au fichier de provenance écrit à côté d'elle (NAME.provenance.json). Si le raster dont elle est issue est indiqué, ses pixels sont comparés aussi. Un seul pixel, une seule balise ou un seul mot modifié depuis est détecté.

Une empreinte n'est pas une signature : elle révèle ce qui a été modifié par accident ou sans précaution, pas un faussaire qui réécrit les deux fichiers. Qui doit s'y fier conserve ailleurs l'empreinte du fichier de provenance (sa dernière ligne).</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer (buildings, roads, fields) that lie inside the change footprint of a result, or inside the polygons of any other layer: how many of how many, the length of lines and the area of polygons that is inside, and the affected share of each feature.

With a threshold, a feature counts only if at least so much of it is inside. With a field, the table has a row for each of its values, else one for all. A field of numbers (residents) can be added up over the affected features: all of it, or in proportion to the affected share.

Lengths and areas are those on the ellipsoid of the project, or on WGS 84. Any coordinate reference systems do. Invalid geometries are repaired before they are measured; how many, and how many could not be, is said.

What is affected by a simulated scenario is no observation: layer and table say so in a field.</source>
        <translation>Compte et mesure les entités d'une couche (bâtiments, routes, parcelles) qui se trouvent à l'intérieur de l'emprise des changements d'un résultat, ou à l'intérieur des polygones de toute autre couche : combien d'entités sur combien, la longueur des lignes et la surface des polygones à l'intérieur, et la part affectée de chaque entité.

Avec un seuil, une entité ne compte que si au moins cette part se trouve à l'intérieur. Avec un champ, le tableau a une ligne pour chacune de ses valeurs, sinon une seule pour toutes. Un champ numérique (habitants) peut être totalisé sur les entités affectées : en totalité, ou au prorata de la part affectée.

Les longueurs et les surfaces sont mesurées sur l'ellipsoïde du projet, ou sur WGS 84. Tous les systèmes de coordonnées de référence conviennent. Les géométries invalides sont réparées avant d'être mesurées ; le nombre de géométries réparées et de celles qui n'ont pas pu l'être est indiqué.

Ce qui est affecté par un scénario simulé n'est pas une observation : la couche et le tableau le signalent dans un champ.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer that a change footprint covers</source>
        <translation>Compte et mesure les entités d'une couche couvertes par une emprise des changements</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Credentials stored in QGIS (password or certificate)</source>
        <translation>Identifiants enregistrés dans QGIS (mot de passe ou certificat)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference between before and after</source>
        <translation>Différence entre avant et après</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <source>Elevation in metres, for floods</source>
        <translation>Altitude en mètres, pour les inondations</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features</source>
        <translation>Entités</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that could not be measured</source>
        <translation>Entités qui n'ont pas pu être mesurées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that were looked at</source>
        <translation>Entités examinées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features with a repaired geometry</source>
        <translation>Entités à la géométrie réparée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations of this QGIS profile that were submitted before, or whose program ended before they did.

It waits as long as the time limit says; what is not ready then stays for the next time. When nothing comes, tiles without an answer are sent again: the fleet answers from its cache for those that it had computed. With a time limit of 0 it only takes what is ready, and sends nothing.

Requests of a QGIS that is running are left to it.</source>
        <translation>Récupère les résultats de simulations de ce profil QGIS qui ont été soumises auparavant, ou dont le programme s'est arrêté avant elles.

L'algorithme attend aussi longtemps que le prévoit le délai maximal ; ce qui n'est pas prêt reste alors pour la fois suivante. Quand rien n'arrive, les tuiles sans réponse sont renvoyées : le parc de calcul répond depuis son cache pour celles qu'il a déjà calculées. Avec un délai maximal de 0, l'algorithme ne prend que ce qui est prêt et n'envoie rien.

Les demandes d'un QGIS en cours d'exécution lui sont laissées.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations that were submitted before</source>
        <translation>Récupère les résultats de simulations soumises auparavant</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Field of numbers to add up</source>
        <translation>Champ numérique à totaliser</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Field that says what happens</source>
        <translation>Champ qui dit ce qui se passe</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Findings in words</source>
        <translation>Constats en toutes lettres</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/provider.py"/>
        <source>Foreshock: damage scenarios on imagery</source>
        <translation>Foreshock : scénarios de dommages sur imagerie</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Give its address (URL), or set it in the plugin: right-click a raster layer, “Simulate damage…”.</source>
        <translation>Indiquez son adresse (URL), ou définissez-la dans l'extension : clic droit sur une couche raster, « Simuler des dommages… ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Gives |after − before| for each pixel: the largest over the bands that are shown as red, green and blue, in the unit of the samples. Where one of the two has no data, the difference has none.

Both rasters lie on one pixel grid: a result and the raster that it was made from do. A layer of a map service has no samples of its own, so there is nothing to compare with.</source>
        <translation>Donne |après − avant| pour chaque pixel : la plus grande valeur parmi les bandes affichées en rouge, vert et bleu, dans l'unité des échantillons. Là où l'un des deux n'a pas de données, la différence n'en a pas.

Les deux rasters sont sur une même grille de pixels : c'est le cas d'un résultat et du raster dont il est issu. Une couche d'un service cartographique n'a pas d'échantillons propres ; il n'y a donc rien à comparer.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>HTML page</source>
        <translation>Page HTML</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands a damage scenario to the fleet, and ends as soon as the broker has all tiles. With areas, each of their features is a request of its own, with its outline as the mask.

The requests stay in the journal of this QGIS profile. “Collect results” fetches the results, in this QGIS or another program with the same profile, within a day. Results go to the output folder given here, unless “Collect results” is given another one.</source>
        <translation>Remet un scénario de dommages au parc de calcul, et se termine dès que le courtier a reçu toutes les tuiles. Avec des zones, chacune de leurs entités est une demande à part, dont le contour sert de masque.

Les demandes restent dans le journal de ce profil QGIS. « Récupérer des résultats » va chercher les résultats, dans ce QGIS ou dans un autre programme ayant le même profil, dans un délai d'un jour. Les résultats vont dans le dossier de sortie indiqué ici, sauf si « Récupérer des résultats » en reçoit un autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands damage scenarios to the fleet without waiting for the results</source>
        <translation>Remet des scénarios de dommages au parc de calcul sans attendre les résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Hash of the provenance file</source>
        <translation>Empreinte (hash) du fichier de provenance</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Height error of the elevation, metres</source>
        <translation>Erreur altimétrique de l'altitude, en mètres</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>How clear the shift is (best over next match)</source>
        <translation>Netteté du décalage (meilleure correspondance sur la suivante)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>How much a simulation changed each pixel</source>
        <translation>De combien une simulation a modifié chaque pixel</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>Ids look like 0190b5a2-7c3e-7f00-8000-0123456789ab; give several separated by commas.</source>
        <translation>Les identifiants ont la forme 0190b5a2-7c3e-7f00-8000-0123456789ab ; séparez-les par des virgules s'il y en a plusieurs.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>In proportion to its affected share</source>
        <translation>Au prorata de sa part affectée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Index of the simulations</source>
        <translation>Index des simulations</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction: {text}</source>
        <translation>Consigne : {text}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>It has: {names}.</source>
        <translation>Disponibles : {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Largest difference</source>
        <translation>Différence maximale</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Layer it was made from (if not set: the project's)</source>
        <translation>Couche dont elle est issue (si non définie : celle du projet)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Length inside, m</source>
        <translation>Longueur à l'intérieur, m</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Level of the largest piece of water, metres</source>
        <translation>Niveau de la plus grande étendue d'eau, en mètres</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Look only at features that touch this extent (if not set: at all)</source>
        <translation>N'examiner que les entités qui touchent cette étendue (si non définie : toutes)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Made from “{layer}”</source>
        <translation>Issue de « {layer} »</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer</source>
        <translation>Produit un scénario de dommages pour chaque polygone d'une couche</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer, on the raster's own pixel grid. The polygon's outline is the mask: outside, the result is the source, bit for bit.

What happens is what the feature's field says, else what the expression gives (for example 'flood the ' || "name"), else the chosen scenario.

Results are GeoTIFF files in the output folder. The index has a row for each feature: its id, the instruction, the request's id, the file, how it ended, and why. One area that fails stops no other. What the time limit cuts off is “waiting”; “Collect results” takes it up.</source>
        <translation>Produit un scénario de dommages pour chaque polygone d'une couche, sur la grille de pixels du raster. Le contour du polygone est le masque : à l'extérieur, le résultat est identique à la source, bit pour bit.

Ce qui se passe est ce que dit le champ de l'entité, à défaut ce que donne l'expression (par exemple 'flood the ' || "name"), à défaut le scénario choisi.

Les résultats sont des fichiers GeoTIFF dans le dossier de sortie. L'index a une ligne par entité : son identifiant, la consigne, l'identifiant de la demande, le fichier, l'issue et sa raison. L'échec d'une zone n'arrête pas les autres. Ce qu'interrompt le délai maximal est « en attente » ; « Récupérer des résultats » le reprend.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer, on its own pixel grid</source>
        <translation>Produit un scénario de dommages d'une couche raster, sur sa propre grille de pixels</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer: say what shall happen in your own words, or choose a scenario and its severity (own words win where both are given).

The result has the pixel grid, the sample type and all bands of the source. Outside the mask, and wherever the model changes nothing, it is the source, bit for bit. It is marked as simulated in its name, its metadata and its file. The outlines of what changed lie beside it (FOOTPRINT, GeoJSON).

The work is done by your fleet of Foreshock workers. If the broker is away for a while, the algorithm waits. If the time limit ends, the request stays: “Collect results” takes it up by its JOB_ID.

Without windows, name the broker by URL, or with its password in the environment variable {variable}. Credentials (AUTHCFG) need the master password there, in a file that QGIS_AUTH_PASSWORD_FILE names.</source>
        <translation>Produit un scénario de dommages d'une couche raster : dites avec vos propres mots ce qui doit se passer, ou choisissez un scénario et sa gravité (si les deux sont donnés, vos propres mots l'emportent).

Le résultat a la grille de pixels, le type d'échantillon et toutes les bandes de la source. Hors du masque, et partout où le modèle ne change rien, il est identique à la source, bit pour bit. Il est marqué comme simulé dans son nom, ses métadonnées et son fichier. Les contours de ce qui a changé se trouvent à côté (FOOTPRINT, GeoJSON).

Le travail est fait par votre parc de workers Foreshock. Si le courtier est absent un moment, l'algorithme attend. Si le délai maximal est écoulé, la demande reste : « Récupérer des résultats » la reprend par son JOB_ID.

Sans interface graphique, indiquez le courtier par URL, ou avec son mot de passe dans la variable d'environnement {variable}. Des identifiants (AUTHCFG) y nécessitent le mot de passe principal, dans un fichier désigné par QGIS_AUTH_PASSWORD_FILE.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Measures what changed outside the mask, whether content has moved, whether water lies uphill</source>
        <translation>Mesure ce qui a changé hors du masque, si le contenu s'est déplacé, si l'eau remonte la pente</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Model (if not set: the fleet's first)</source>
        <translation>Modèle (si non défini : le premier du parc de calcul)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Model: {model} ({digest})</source>
        <translation>Modèle : {model} ({digest})</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Name the file so.</source>
        <translation>Nommez le fichier ainsi.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>No broker is set.</source>
        <translation>Aucun courtier n'est défini.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>No page is asked for.</source>
        <translation>Aucune page n'est demandée.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>No pixel has data in both rasters.</source>
        <translation>Aucun pixel n'a de données dans les deux rasters.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>No request is named.</source>
        <translation>Aucune demande n'est indiquée.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Nothing comes; tiles without an answer are sent again.</source>
        <translation>Rien n'arrive ; les tuiles sans réponse sont renvoyées.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Nothing is lost: “Collect results” takes it up (JOB_IDS {ids}).</source>
        <translation>Rien n'est perdu : « Récupérer des résultats » reprend cette simulation (JOB_IDS {ids}).</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Nothing says what shall happen.</source>
        <translation>Rien ne dit ce qui doit se passer.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Nothing was called off; try again.</source>
        <translation>Rien n'a été annulé ; réessayez.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Number of results</source>
        <translation>Nombre de résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>One page about a simulated layer: before, after, what changed, numbers, how it was made</source>
        <translation>Une page sur une couche simulée : avant, après, ce qui a changé, des chiffres, comment elle a été produite</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Outlines of what changed, beside the result</source>
        <translation>Contours de ce qui a changé, à côté du résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Output folder (if not set: QGIS profile)</source>
        <translation>Dossier de sortie (si non défini : profil QGIS)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Output folder (if not set: as submitted)</source>
        <translation>Dossier de sortie (si non défini : celui de la soumission)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Own words</source>
        <translation>Texte libre</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF page</source>
        <translation>Page PDF</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Pixel size in metres (map services only)</source>
        <translation>Taille de pixel en mètres (services cartographiques seulement)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Pixels, tags and provenance file agree</source>
        <translation>Pixels, balises et fichier de provenance concordent</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Plausibility of “{name}”</source>
        <translation>Plausibilité de « {name} »</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance file (if not set: beside the layer's file)</source>
        <translation>Fichier de provenance (si non défini : à côté du fichier de la couche)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance of “{name}”</source>
        <translation>Provenance de « {name} »</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Put words that are the same for all areas between single quotes.</source>
        <translation>Mettez entre apostrophes simples le texte commun à toutes les zones.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Raster it was made from</source>
        <translation>Raster dont elle est issue</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Raster it was made from (if not set: not looked at)</source>
        <translation>Raster dont elle est issue (si non défini : non examiné)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Raster layer</source>
        <translation>Couche raster</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Report of a simulation</source>
        <translation>Rapport d'une simulation</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Request {job} is over: {state}.</source>
        <translation>La demande {job} est close : {state}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Request {job}: “{instruction}” by {model}, {tiles} tile(s)</source>
        <translation>Demande {job} : « {instruction} » par {model}, {tiles} tuile(s)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Requested: {when}</source>
        <translation>Demandé le : {when}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that are not ready</source>
        <translation>Demandes qui ne sont pas prêtes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that failed</source>
        <translation>Demandes qui ont échoué</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests that were called off</source>
        <translation>Demandes annulées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests with a result</source>
        <translation>Demandes avec un résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Requests, for “Collect results”</source>
        <translation>Demandes, pour « Récupérer des résultats »</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests, with commas (if not set: all)</source>
        <translation>Demandes, séparées par des virgules (si non définies : toutes)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests, with commas between them</source>
        <translation>Demandes, séparées par des virgules</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Rivers and lakes, which are no dry ground</source>
        <translation>Cours d'eau et lacs, qui ne sont pas de la terre ferme</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.</source>
        <translation>Indiquez la taille voulue d'un pixel (RESOLUTION), en mètres. Sont proposées : {offered}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Say in your own words what shall happen.</source>
        <translation>Dites avec vos propres mots ce qui doit se passer.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Says whether pixels, tags and provenance file of a simulated layer belong together</source>
        <translation>Dit si les pixels, les balises et le fichier de provenance d'une couche simulée vont ensemble</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Scenario, if there are no own words</source>
        <translation>Scénario, à défaut de texte libre</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Seconds until the result was written</source>
        <translation>Secondes jusqu'à l'écriture du résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Seed (another one: another picture)</source>
        <translation>Graine (une autre graine : une autre image)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Seed: {seed}</source>
        <translation>Graine : {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>Définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Severity of the scenario</source>
        <translation>Gravité du scénario</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the dry edge below the level, 0 to 1</source>
        <translation>Part de la bordure sèche sous le niveau, 0 à 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the water above its level, 0 to 1</source>
        <translation>Part de l'eau au-dessus de son niveau, 0 à 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Shift of the content, pixels</source>
        <translation>Décalage du contenu, en pixels</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulate damage</source>
        <translation>Simuler des dommages</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Simulate damage in many areas</source>
        <translation>Simuler des dommages dans de nombreuses zones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Simulated layer</source>
        <translation>Couche simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulated scene</source>
        <translation>Scène simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Steps (if not set: the model's number)</source>
        <translation>Étapes (si non défini : le nombre prévu par le modèle)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Strength: how much is drawn anew, above 0 up to 1</source>
        <translation>Intensité : part redessinée, supérieure à 0 et jusqu’à 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Submit simulations</source>
        <translation>Soumettre des simulations</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Sum of the numbers</source>
        <translation>Somme des nombres</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation>Imagerie synthétique : pas une observation</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Tell how plausible the result is</source>
        <translation>Indiquer la plausibilité du résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The area does not overlap the raster.</source>
        <translation>La zone ne recouvre pas le raster.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas cannot be opened.</source>
        <translation>Les zones ne peuvent pas être ouvertes.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas have no field “{name}”.</source>
        <translation>Les zones n'ont pas de champ « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The broker address holds a password, and QGIS would keep it in the history of Processing.</source>
        <translation>L'adresse du courtier contient un mot de passe, que QGIS conserverait dans l'historique des traitements.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>The broker does not answer.</source>
        <translation>Le courtier ne répond pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The elevation layer cannot be opened.</source>
        <translation>La couche d'altitude ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The expression gives nothing here: {reason}.</source>
        <translation>L'expression ne donne rien ici : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet does not know the scenario “{name}”.</source>
        <translation>Le parc de calcul ne connaît pas le scénario « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet has no model “{name}”.</source>
        <translation>Le parc de calcul n'a pas de modèle « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet serves no model.</source>
        <translation>Le parc de calcul ne propose aucun modèle.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The layer for {name} cannot be opened.</source>
        <translation>La couche pour {name} ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The layer that it was made from cannot be opened.</source>
        <translation>La couche dont elle est issue ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The operator of the fleet has not accepted the licence of {model}: {licence}.</source>
        <translation>L'exploitant du parc de calcul n'a pas accepté la licence de {model} : {licence}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The output {name} cannot be written.</source>
        <translation>La sortie {name} ne peut pas être écrite.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The password of the broker is not known.</source>
        <translation>Le mot de passe du courtier n'est pas connu.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>The provenance file beside the result was changed; its mask is not used.</source>
        <translation>Le fichier de provenance placé à côté du résultat a été modifié ; son masque n'est pas utilisé.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The raster layer cannot be opened.</source>
        <translation>La couche raster ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>The result is a GeoTIFF; “{path}” does not end in .tif.</source>
        <translation>Le résultat est un GeoTIFF ; « {path} » ne se termine pas par .tif.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The result would overwrite its source.</source>
        <translation>Le résultat écraserait sa source.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The simulated layer cannot be opened.</source>
        <translation>La couche simulée ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>There is no area.</source>
        <translation>Il n'y a aucune zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>They have: {names}.</source>
        <translation>Champs disponibles : {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Tiles that the fleet had computed before</source>
        <translation>Tuiles que le parc de calcul avait déjà calculées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Tiles under way at the same time</source>
        <translation>Tuiles en cours simultanément</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Time limit in seconds</source>
        <translation>Délai maximal en secondes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Time limit in seconds (0: a day)</source>
        <translation>Délai maximal en secondes (0 : un jour)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Time limit in seconds (0: none)</source>
        <translation>Délai maximal en secondes (0 : aucun)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Time limit in seconds (0: what is ready)</source>
        <translation>Délai maximal en secondes (0 : ce qui est prêt)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Title (if not set: the layer's name)</source>
        <translation>Titre (si non défini : le nom de la couche)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Verify a simulated layer</source>
        <translation>Vérifier une couche simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What agrees</source>
        <translation>Ce qui concorde</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What does not agree, a line each</source>
        <translation>Ce qui ne concorde pas, une ligne par élément</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>What happens, as an expression</source>
        <translation>Ce qui se passe, sous forme d'expression</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>What happens, in your own words</source>
        <translation>Ce qui se passe, avec vos propres mots</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What the provenance file says</source>
        <translation>Ce que dit le fichier de provenance</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Where change was allowed (if not set: as requested)</source>
        <translation>Où les changements étaient autorisés (si non défini : comme demandé)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Write it in your own words, or choose a scenario.</source>
        <translation>Écrivez-le avec vos propres mots, ou choisissez un scénario.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Writes one page about a simulated layer, as HTML (one file that holds its pictures), as PDF (A4), or both: pictures before and after, the outlines of what changed, areas in numbers, the place, the model and its settings, and how plausible it is.

The picture before is that of the layer that it was made from: the one given, else the one that the project has. Without it, the page does without.

Page and pictures say that they are synthetic. The change footprint has to lie beside the simulated layer, where it was written.</source>
        <translation>Écrit une page sur une couche simulée, en HTML (un seul fichier qui contient ses images), en PDF (A4), ou les deux : images avant et après, contours de ce qui a changé, surfaces chiffrées, lieu, modèle et réglages, et plausibilité.

L'image d'avant est celle de la couche dont elle est issue : celle indiquée, sinon celle du projet. À défaut, la page s'en passe.

La page et les images disent qu'elles sont synthétiques. L'emprise des changements doit se trouver à côté de la couche simulée, là où elle a été écrite.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Written by: {client}</source>
        <translation>Écrit par : {client}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>affected,exposure,impact,assess,count,buildings,roads,overlay</source>
        <translation>affecté,exposition,impact,évaluation,comptage,bâtiments,routes,superposition</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/algorithm.py"/>
        <source>damage,disaster,scenario,simulation,flood,wildfire,earthquake,tornado,landslide,imagery,synthetic,ai</source>
        <translation>dommages,catastrophe,scénario,simulation,inondation,incendie,séisme,tornade,glissement de terrain,imagerie,synthétique,ia</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>it was collected before</source>
        <translation>elle a déjà été récupérée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>report,summary,page,print,pdf,html</source>
        <translation>rapport,résumé,page,impression,pdf,html</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is not ready; it stays for the next time.</source>
        <translation>{job} n'est pas prête ; elle reste pour la fois suivante.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is there already: {path}</source>
        <translation>{job} est déjà là : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job}: {path}</source>
        <translation>{job} : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>{parameter} is no raster that can be read.</source>
        <translation>{parameter} n'est pas un raster lisible.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>{path} does not end in .{ending}.</source>
        <translation>{path} ne se termine pas par .{ending}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>{problem} The fleet is told all the same.</source>
        <translation>{problem} Le parc de calcul en est tout de même informé.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>“Submit simulations” gives their ids.</source>
        <translation>« Soumettre des simulations » donne leurs identifiants.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>« {layer} » n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>“{layer}” is drawn by a map server, so it has no pixels of its own.</source>
        <translation>« {layer} » est dessinée par un serveur cartographique ; elle n'a donc pas de pixels propres.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>“{text}” is no expression: {reason}.</source>
        <translation>« {text} » n'est pas une expression : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>“{word}” is no id of a request.</source>
        <translation>« {word} » n'est pas l'identifiant d'une demande.</translation>
    </message>
</context>
<context>
    <name>ForeshockProgress</name>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>sending tile {tile} of {tiles}</source>
        <translation>envoi de la tuile {tile} sur {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker</source>
        <translation>en attente d'un worker</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker ({tiles} tiles queued)</source>
        <translation>en attente d'un worker ({tiles} tuiles en file d'attente)</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}, about {time} left</source>
        <translation>{count}, encore environ {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}. {trouble}</source>
        <translation>{count}. {trouble}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{done} of {tiles} tiles done</source>
        <translation>{done}/{tiles} tuiles terminées</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>ForeshockProvenanceFile</name>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>It belongs beside the result and moves with it.</source>
        <translation>Il a sa place à côté du résultat et se déplace avec lui.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>Nothing is known about the picture, then.</source>
        <translation>On ne sait alors rien de l'image.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>The provenance file {path} cannot be read: {reason}.</source>
        <translation>Le fichier de provenance {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>{path} is no provenance file of Foreshock: {reason}.</source>
        <translation>{path} n'est pas un fichier de provenance de Foreshock : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockProxy</name>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Choose the type HttpProxy or Socks5Proxy in QGIS (Settings → Options → Network), or exclude {host} there.</source>
        <translation>Choisissez le type HttpProxy ou Socks5Proxy dans QGIS (Préférences → Options → Réseau), ou excluez-y {host}.</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>QGIS goes through a proxy of the type “{type}”, which cannot carry a connection to a broker.</source>
        <translation>QGIS passe par un proxy de type « {type} », qui ne peut pas transporter de connexion à un courtier.</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>The stored credentials of the proxy cannot be read.</source>
        <translation>Les identifiants enregistrés du proxy ne peuvent pas être lus.</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Unlock the authentication database, or choose credentials of the type “Basic” in QGIS: Settings → Options → Network.</source>
        <translation>Déverrouillez la base de données d'authentification, ou choisissez des identifiants de type « Basic » dans QGIS : Préférences → Options → Réseau.</translation>
    </message>
</context>
<context>
    <name>ForeshockRaster</name>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Band {band} runs from {low} to {high}, too far to be stretched.</source>
        <translation>La bande {band} va de {low} à {high}, une plage trop grande pour être étirée.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file and its parts are whole.</source>
        <translation>Vérifiez que le fichier et ses parties sont entiers.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation>Vérifiez que le fichier existe toujours et qu'il est entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Choose another area.</source>
        <translation>Choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>GDAL cannot open the layer's source: {reason}.</source>
        <translation>GDAL ne peut pas ouvrir la source de la couche : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>If such samples mean that there is no data, set them as the layer's nodata value.</source>
        <translation>Si de tels échantillons signifient qu'il n'y a pas de données, définissez-les comme valeur nodata de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>The chosen area holds nothing but nodata.</source>
        <translation>La zone choisie ne contient que du nodata.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>it gives no reason</source>
        <translation>aucune raison n'est donnée</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} has changed since the simulation began.</source>
        <translation>{path} a changé depuis le début de la simulation.</translation>
    </message>
</context>
<context>
    <name>ForeshockRecording</name>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>A result cannot be kept on disk: {reason}.</source>
        <translation>Un résultat ne peut pas être conservé sur le disque : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>Free some space; it comes again.</source>
        <translation>Libérez de l'espace ; il reviendra.</translation>
    </message>
</context>
<context>
    <name>ForeshockReport</name>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>1 area</source>
        <translation>1 zone</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>A report can be made of the results of Foreshock only.</source>
        <translation>Un rapport ne peut être établi que sur des résultats de Foreshock.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected</source>
        <translation>Affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected by {result}: {layer}</source>
        <translation>Affecté par {result} : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected: {layer}</source>
        <translation>Affecté : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>After (simulated)</source>
        <translation>Après (simulé)</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>All</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Area</source>
        <translation>Surface</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Areas</source>
        <translation>Zones</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Changed</source>
        <translation>Surface modifiée</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation>Vérifiez que le fichier existe toujours et qu'il est entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Coordinate system</source>
        <translation>Système de coordonnées</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Counted where {share} or more of a feature is inside.</source>
        <translation>Sont comptées les entités dont au moins {share} se trouve à l'intérieur.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Digest of the adapter</source>
        <translation>Empreinte de l'adaptateur</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Features</source>
        <translation>Entités</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Ground sampling distance</source>
        <translation>Résolution au sol</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>How it was made</source>
        <translation>Comment il a été produit</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Its digest</source>
        <translation>Son empreinte</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest</source>
        <translation>Plus grande</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest changed areas</source>
        <translation>Plus grandes zones modifiées</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Latitude</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Longitude</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made</source>
        <translation>Produit le</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made by Foreshock from {file}.</source>
        <translation>Produit par Foreshock à partir de {file}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Of</source>
        <translation>Sur</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>On “{layer}”</source>
        <translation>Sur « {layer} »</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Plausibility</source>
        <translation>Plausibilité</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Provenance hash</source>
        <translation>Empreinte de provenance</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Report of {date}</source>
        <translation>Rapport du {date}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Series of {count} results on “{layer}”</source>
        <translation>Série de {count} résultats sur « {layer} »</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Simulated picture, not an observation: {what}</source>
        <translation>Image simulée, pas une observation : {what}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Software</source>
        <translation>Logiciel</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Synthetic imagery: a computed scenario, not an observation</source>
        <translation>Imagerie synthétique : scénario calculé, pas une observation</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The change footprint {path} cannot be read.</source>
        <translation>L'emprise des changements {path} ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The imagery that the simulation was made from.</source>
        <translation>L'imagerie dont la simulation est issue.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest change (simulated)</source>
        <translation>Le plus grand changement (simulé)</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest changed area of the simulated picture, enlarged.</source>
        <translation>La plus grande zone modifiée de l'image simulée, agrandie.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest {shown} of {all} areas; the places lie inside them.</source>
        <translation>Les {shown} plus grandes zones sur {all} ; les positions se trouvent à l'intérieur.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The pieces of a footprint have the fields area_m2 and pixels.</source>
        <translation>Les parties d'une emprise ont les champs area_m2 et pixels.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The places lie inside the areas.</source>
        <translation>Les positions se trouvent à l'intérieur des zones.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The simulated picture with the outlines of what changed.</source>
        <translation>L'image simulée avec les contours de ce qui a changé.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>W</source>
        <translation>O</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed (simulated)</source>
        <translation>Ce qui a changé (simulé)</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed: {label}</source>
        <translation>Ce qui a changé : {label}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>areas changed</source>
        <translation>zones modifiées</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, in total</source>
        <translation>modifiés, au total</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, of {whole}</source>
        <translation>modifiés, sur {whole}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected area</source>
        <translation>zone d'un seul tenant</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected areas</source>
        <translation>zones d'un seul tenant</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>en</source>
        <translation>fr</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>guidance {value}</source>
        <translation>guidage : {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>no change footprint</source>
        <translation>pas d'emprise des changements</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>of the pixels changed</source>
        <translation>des pixels modifiés</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>seed {value}</source>
        <translation>graine : {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>strength {value}</source>
        <translation>intensité : {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>the largest of them</source>
        <translation>pour la plus grande d'entre elles</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>was changed since it was written: {digest}</source>
        <translation>a été modifiée depuis son écriture : {digest}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} areas</source>
        <translation>{count} zones</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more are left out.</source>
        <translation>{count} autre(s) omis.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more values are affected; they are in “All”.</source>
        <translation>Autres valeurs affectées : {count} ; elles figurent dans « Total ».</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{field}, by share</source>
        <translation>{field}, au prorata</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{field}, in full</source>
        <translation>{field}, en totalité</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>{path} is no change footprint of Foreshock.</source>
        <translation>{path} n'est pas une emprise des changements de Foreshock.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{scenario} on “{layer}”</source>
        <translation>{scenario} sur « {layer} »</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{value} steps</source>
        <translation>étapes : {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>“{instruction}”</source>
        <translation>« {instruction} »</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>“{layer}” does not say that it is simulated.</source>
        <translation>« {layer} » n'indique pas qu'elle est simulée.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportDialog</name>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Add it again, and open the report from it.</source>
        <translation>Ajoutez-le à nouveau, et ouvrez le rapport depuis celui-ci.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Affected features</source>
        <translation>Entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>All {count} results of the series</source>
        <translation>Les {count} résultats de la série</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose at most {most}.</source>
        <translation>Choisissez-en au plus {most}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose where the report goes.</source>
        <translation>Choisissez où va le rapport.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Elevation (optional)</source>
        <translation>Altitude (facultatif)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>For floods: whether water lies below its level. Heights in metres.</source>
        <translation>Pour les inondations : l'eau se trouve-t-elle sous son niveau ? Altitudes en mètres.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Give it one.</source>
        <translation>Donnez-lui-en un.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML, one file for any browser</source>
        <translation>HTML, un fichier pour tout navigateur</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Make report</source>
        <translation>Créer le rapport</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>No file is chosen.</source>
        <translation>Aucun fichier n'est choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Open it when done</source>
        <translation>L'ouvrir une fois terminé</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF, one A4 page</source>
        <translation>PDF, une page A4</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Plausibility</source>
        <translation>Plausibilité</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Report — {layer}</source>
        <translation>Rapport — {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Tell how plausible the result is</source>
        <translation>Indiquer la plausibilité du résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The notes are too long for a page: their last {count} letters would be left out.</source>
        <translation>Les notes sont trop longues pour une page : leurs {count} derniers caractères seraient omis.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report has no title.</source>
        <translation>Le rapport n'a pas de titre.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report was given up.</source>
        <translation>Le rapport a été abandonné.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The result is not in the project any more.</source>
        <translation>Le résultat n'est plus dans le projet.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>name, organisation</source>
        <translation>nom, organisation</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>series of {count} results</source>
        <translation>série de {count} résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>what a reader must know</source>
        <translation>ce qu'un lecteur doit savoir</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{count} tables of affected features do not fit on a page.</source>
        <translation>{count} tableaux d'entités affectées ne tiennent pas sur une page.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}, by {field}</source>
        <translation>{layer}, par {field}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}: {series}</source>
        <translation>{layer} : {series}</translation>
    </message>
</context>
<context>
    <name>ForeshockReportJudging</name>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Choose another elevation layer, or none.</source>
        <translation>Choisissez une autre couche d'altitude, ou aucune.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: the raster that it was made from is no file that is here.</source>
        <translation>Non vérifié : le raster dont il est issu n'est pas un fichier présent ici.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: {reason}</source>
        <translation>Non vérifié : {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation>« {layer} » n'est pas un fichier de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportMaking</name>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation>Choisissez un autre dossier, ou fermez le programme qui l'affiche.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>End its name with .html or .pdf.</source>
        <translation>Terminez son nom par .html ou .pdf.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} is neither HTML nor PDF.</source>
        <translation>{path} n'est ni du HTML ni du PDF.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{result}: {sentences}</source>
        <translation>{result} : {sentences}</translation>
    </message>
</context>
<context>
    <name>ForeshockReportPdf</name>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation>Choisissez un autre dossier, ou fermez le programme qui l'affiche.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>{path} cannot be written.</source>
        <translation>Impossible d'écrire {path}.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportPictures</name>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>A picture cannot be drawn: {reason}.</source>
        <translation>Une image ne peut pas être dessinée : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>Check that QGIS shows the layer; then try again.</source>
        <translation>Vérifiez que QGIS affiche la couche, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>Does its server answer? Try again later, or take the layer out of the project first.</source>
        <translation>Son serveur répond-il ? Réessayez plus tard, ou retirez d’abord la couche du projet.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>“{layer}” shows nothing where the result is.</source>
        <translation>« {layer} » ne montre rien là où se trouve le résultat.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportSubject</name>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Check that its file still exists and is whole.</source>
        <translation>Vérifiez que son fichier existe toujours et qu'il est entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Choose the result of a simulation.</source>
        <translation>Choisissez le résultat d'une simulation.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Put it back, or simulate again.</source>
        <translation>Remettez-le en place, ou simulez à nouveau.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>The file of “{layer}” is not there any more: {path}</source>
        <translation>Le fichier de « {layer} » n'est plus là : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” cannot be opened.</source>
        <translation>« {layer} » ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation>« {layer} » n'est pas un fichier de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportTask</name>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>Report: {title}</source>
        <translation>Rapport : {title}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>The report cannot be made: {reason}.</source>
        <translation>Le rapport ne peut pas être créé : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockRequestBar</name>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{done} of {of} pictures. {progress}</source>
        <translation>{done}/{of} images. {progress}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{layer}: {series}</source>
        <translation>{layer} : {series}</translation>
    </message>
</context>
<context>
    <name>ForeshockResultLayer</name>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>Le fichier a été écrit ; essayez de l'ajouter manuellement.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>QGIS cannot open the result {path}.</source>
        <translation>QGIS ne peut pas ouvrir le résultat {path}.</translation>
    </message>
</context>
<context>
    <name>ForeshockResultMenu</name>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>Choose the result of a simulation in the layer panel.</source>
        <translation>Choisissez le résultat d'une simulation dans le panneau Couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>No simulated layer is chosen.</source>
        <translation>Aucune couche simulée n'est choisie.</translation>
    </message>
</context>
<context>
    <name>ForeshockResults</name>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Affected features…</source>
        <translation>Entités affectées…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Difference layer</source>
        <translation>Couche de différence</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Flip before / after</source>
        <translation>Alterner avant / après</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Print layout…</source>
        <translation>Mise en page…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Simulate again…</source>
        <translation>Simuler à nouveau…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Swipe before / after</source>
        <translation>Balayage avant / après</translation>
    </message>
</context>
<context>
    <name>ForeshockRetry</name>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>Put it back, or simulate on another layer.</source>
        <translation>Remettez-le en place, ou simulez sur une autre couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>The raster of “{layer}” is not there any more: {path}</source>
        <translation>Le raster de « {layer} » n'est plus là : {path}</translation>
    </message>
</context>
<context>
    <name>ForeshockRunner</name>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation>Libérez de l'espace sur le disque de votre profil QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Its results did not come in time.</source>
        <translation>Ses résultats ne sont pas arrivés à temps.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker cannot be reached at the moment.</source>
        <translation>Le courtier est actuellement injoignable.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker is back.</source>
        <translation>Le courtier est de nouveau joignable.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The fleet could not be told; it finishes what it has begun.</source>
        <translation>Le parc de calcul n'a pas pu être prévenu ; il termine ce qu'il a commencé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>Le journal ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The request was called off.</source>
        <translation>La demande a été annulée.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>Le résultat ne peut pas être assemblé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>Les tuiles ne peuvent pas être envoyées : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>There is no result after {seconds} s.</source>
        <translation>Il n'y a pas de résultat après {seconds} s.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{count} requests under way, {tiles} tiles open</source>
        <translation>demandes en cours : {count}, tuiles ouvertes : {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Asking again…</source>
        <translation>{problem} Nouvelle tentative…</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Waiting for the broker; nothing is lost.</source>
        <translation>{problem} En attente du courtier ; rien n'est perdu.</translation>
    </message>
</context>
<context>
    <name>ForeshockScenarioChoice</name>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Choose a scenario from the list, or write in {languages}.</source>
        <translation>Choisissez un scénario dans la liste, ou écrivez en {languages}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Own words</source>
        <translation>Texte libre</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Please write in {languages}: {model} reads nothing else.</source>
        <translation>Veuillez écrire en {languages} : {model} ne lit rien d'autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>all {count}, as a series</source>
        <translation>tous les {count}, en série</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>flood the low streets up to the door sills</source>
        <translation>p. ex. : flood the low streets up to the door sills</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} cannot read {words}.</source>
        <translation>{model} ne peut pas lire {words}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} reads {languages} and cannot read {words}.</source>
        <translation>{model} lit : {languages}, et ne peut pas lire {words}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {count} grades</source>
        <translation>{scenario}, {count} degrés</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {grade}</source>
        <translation>{scenario}, {grade}</translation>
    </message>
</context>
<context>
    <name>ForeshockService</name>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation>Libérez de l'espace sur le disque de votre profil QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Its results did not come in time.</source>
        <translation>Ses résultats ne sont pas arrivés à temps.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>Le journal ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>There is no connection.</source>
        <translation>Il n'y a pas de connexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
</context>
<context>
    <name>ForeshockSimulateDialog</name>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>1 model</source>
        <translation>1 modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the other layer that is selected</source>
        <translation>Aussi sur l'autre couche sélectionnée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the {count} other layers that are selected</source>
        <translation>Aussi sur les {count} autres couches sélectionnées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect to a fleet first.</source>
        <translation>Connectez-vous d'abord à un parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connected to {worker}: {count}</source>
        <translation>Connecté à {worker} : {count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Drawn at</source>
        <translation>Dessinée à</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Leave missing map tiles as they are</source>
        <translation>Laisser telles quelles les tuiles cartographiques manquantes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>No model is chosen.</source>
        <translation>Aucun modèle n'est choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Quick look</source>
        <translation>Aperçu rapide</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Simulate damage — {layer}</source>
        <translation>Simuler des dommages — {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>The same with fewer steps: coarse, but soon there. This window stays open.</source>
        <translation>La même chose en moins d'étapes : grossier, mais vite prêt. Cette fenêtre reste ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>seed {seed}</source>
        <translation>graine {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{count} models</source>
        <translation>{count} modèles</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{scenario} (quick look)</source>
        <translation>{scenario} (aperçu rapide)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
</context>
<context>
    <name>ForeshockStoredCredentials</name>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Check the file (PKCS#12: .p12 or .pfx) and its password in QGIS's authentication settings.</source>
        <translation>Vérifiez le fichier (PKCS#12 : .p12 ou .pfx) et son mot de passe dans les paramètres d'authentification de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Choose credentials of one of these types: {types}.</source>
        <translation>Choisissez des identifiants de l'un de ces types : {types}.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Import it again under Settings → Options → Authentication → Manage Certificates.</source>
        <translation>Importez-le à nouveau sous Préférences → Options → Authentification → Gestion des certificats.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Name a file that holds it in the environment variable QGIS_AUTH_PASSWORD_FILE.</source>
        <translation>Indiquez un fichier qui le contient dans la variable d'environnement QGIS_AUTH_PASSWORD_FILE.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>QGIS holds no certificate for the stored credentials “{name}” any more.</source>
        <translation>QGIS n'a plus de certificat pour les identifiants enregistrés « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Store certificate and key as PEM files, the key with a password, and choose credentials of the type “{type}”.</source>
        <translation>Enregistrez le certificat et la clé en fichiers PEM, la clé avec un mot de passe, et choisissez des identifiants de type « {type} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Stored credentials of the type “{type}” do not open a broker.</source>
        <translation>Les identifiants enregistrés de type « {type} » n'ouvrent pas de courtier.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The client certificate {path} cannot be opened.</source>
        <translation>Le certificat client {path} ne peut pas être ouvert.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The credentials “{name}” are locked by the master password of QGIS.</source>
        <translation>Les identifiants « {name} » sont verrouillés par le mot de passe principal de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The key of the client certificate is of a kind that cannot be used without writing it to a file unencrypted.</source>
        <translation>La clé du certificat client est d'un type inutilisable sans l'écrire non chiffrée dans un fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The stored credentials cannot be read.</source>
        <translation>Les identifiants enregistrés ne peuvent pas être lus.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Unlock the authentication database, or choose other credentials, of one of these types: {types}.</source>
        <translation>Déverrouillez la base de données d'authentification, ou choisissez d'autres identifiants, de l'un de ces types : {types}.</translation>
    </message>
</context>
<context>
    <name>ForeshockStretch</name>
    <message>
        <location filename="../foreshock/core/stretch.py"/>
        <source>band {band} from {low} to {high} cannot be stretched</source>
        <translation>la bande {band}, de {low} à {high}, ne peut pas être étirée</translation>
    </message>
</context>
<context>
    <name>ForeshockSubmit</name>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>Choose another area.</source>
        <translation>Choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>Simulate: sending {layer}</source>
        <translation>Simuler : envoi de {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>The chosen area holds nothing that may change.</source>
        <translation>La zone choisie ne contient rien qui puisse changer.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>Les tuiles ne peuvent pas être envoyées : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockSwipe</name>
    <message>
        <location filename="../foreshock/gui/swipe_tool.py"/>
        <source>Drag the line between before and after; H lays it flat, V stands it up. Esc ends.</source>
        <translation>Faites glisser la ligne entre avant et après ; H la met à l'horizontale, V à la verticale. Échap termine.</translation>
    </message>
</context>
<context>
    <name>ForeshockTestPanel</name>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Copy diagnostics</source>
        <translation>Copier les diagnostics</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>For the operator of the fleet. Passwords are not in it.</source>
        <translation>Pour l'exploitant du parc de calcul. Ne contient aucun mot de passe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
</context>
<context>
    <name>ForeshockTestimony</name>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Every pixel of the picture is as it was written.</source>
        <translation>Chaque pixel de l'image est tel qu'il a été écrit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Pixels, tags and provenance file agree. (Hashes are no signature: they do not say who wrote them.)</source>
        <translation>Pixels, balises et fichier de provenance concordent. (Les empreintes ne sont pas une signature : elles ne disent pas qui les a écrites.)</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Tags of the picture differ from the provenance file: {names}.</source>
        <translation>Des balises de l'image diffèrent du fichier de provenance : {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint is as it was written.</source>
        <translation>L'emprise des changements est telle qu'elle a été écrite.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} is missing.</source>
        <translation>L'emprise des changements {name} est introuvable.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} was changed.</source>
        <translation>L'emprise des changements {name} a été modifiée.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The file is not what its provenance file says: it was changed after it was written.</source>
        <translation>Le fichier n'est pas ce que dit son fichier de provenance : il a été modifié après son écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies elsewhere than the provenance file says.</source>
        <translation>L'image se trouve ailleurs que ne le dit le fichier de provenance.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies where the provenance file says.</source>
        <translation>L'image se trouve là où le dit le fichier de provenance.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture was not made from this source, or the source has changed since.</source>
        <translation>L'image n'est pas issue de cette source, ou la source a changé depuis.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The pixels of the picture are not those that were written ({where}).</source>
        <translation>Les pixels de l'image ne sont pas ceux qui ont été écrits ({where}).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file is as it was written.</source>
        <translation>Le fichier de provenance est tel qu'il a été écrit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file itself was changed: its own hash does not fit.</source>
        <translation>Le fichier de provenance lui-même a été modifié : sa propre empreinte ne correspond pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The source is the raster that the picture was made from, pixel by pixel.</source>
        <translation>La source est bien le raster dont l'image est issue, pixel par pixel.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The tags of the picture are those of the provenance file.</source>
        <translation>Les balises de l'image sont celles du fichier de provenance.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>another size</source>
        <translation>une autre taille</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>bands: {numbers}</source>
        <translation>bandes : {numbers}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>mask</source>
        <translation>masque</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>other bands</source>
        <translation>d'autres bandes</translation>
    </message>
</context>
<context>
    <name>ForeshockTls</name>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the CA file of the connection, and the authorities in QGIS's options.</source>
        <translation>Vérifiez le fichier d'AC de la connexion, et les autorités dans les options de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the certificate, its key (both in PEM form) and the key's password in QGIS's authentication settings.</source>
        <translation>Vérifiez le certificat, sa clé (tous deux au format PEM) et le mot de passe de la clé dans les paramètres d'authentification de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The client certificate {path} cannot be used: {reason}.</source>
        <translation>Le certificat client {path} ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The trusted certificate authorities cannot be read: {reason}.</source>
        <translation>Les autorités de certification approuvées ne peuvent pas être lues : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unknown day</source>
        <translation>une date inconnue</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unnamed authority</source>
        <translation>une autorité sans nom</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>issued by {issuer}, valid until {day}</source>
        <translation>émis par {issuer}, valable jusqu'au {day}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>of QGIS's store</source>
        <translation>de la base de QGIS</translation>
    </message>
</context>
<context>
    <name>ForeshockVerdict</name>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A tile was not ready in time.</source>
        <translation>Une tuile n'a pas été prête à temps.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker has failed.</source>
        <translation>Un worker est tombé en panne.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker's graphics card has no room for the tile.</source>
        <translation>La carte graphique d'un worker n'a pas assez de mémoire pour la tuile.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask for fewer steps or a smaller area, or run it again when the fleet has less to do.</source>
        <translation>Demandez moins d'étapes ou une zone plus petite, ou relancez quand le parc de calcul est moins chargé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask the operator of the fleet for the permission.</source>
        <translation>Demandez l'autorisation à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change that value, and run it again.</source>
        <translation>Changez cette valeur, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change what the fleet names, or choose another model.</source>
        <translation>Changez ce que le parc de calcul indique, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose a model with smaller tiles, or give fewer or smaller examples.</source>
        <translation>Choisissez un modèle à tuiles plus petites, ou donnez des exemples moins nombreux ou plus petits.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, and run it again.</source>
        <translation>Choisissez un autre modèle, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>Choisissez un autre modèle, ou adressez-vous à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another one, or none, and run it again.</source>
        <translation>Choisissez-en un autre, ou aucun, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, choose a model with smaller tiles, or tell the operator of the fleet.</source>
        <translation>Si cela se reproduit, choisissez un modèle à tuiles plus petites, ou prévenez l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, tell the operator of the fleet.</source>
        <translation>Si cela se reproduit, prévenez l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Plugin and fleet may be of different ages: update the plugin, or ask the operator of the fleet.</source>
        <translation>L'extension et le parc de calcul sont peut-être de versions différentes : mettez l'extension à jour, ou adressez-vous à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Run it again: it may work now.</source>
        <translation>Relancez : cela peut fonctionner maintenant.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Say it in a language that the model reads, or choose a scenario from the list.</source>
        <translation>Dites-le dans une langue que le modèle lit, ou choisissez un scénario dans la liste.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Something in this request is larger than the fleet takes.</source>
        <translation>Un élément de cette demande est plus grand que ce que le parc de calcul accepte.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>Signalez-le à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet and this plugin speak different versions.</source>
        <translation>Le parc de calcul et cette extension parlent des versions différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read an image of this request.</source>
        <translation>Le parc de calcul ne peut pas lire une image de cette demande.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read what this plugin sends.</source>
        <translation>Le parc de calcul ne peut pas lire ce que cette extension envoie.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not allow this.</source>
        <translation>Le parc de calcul ne l'autorise pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not have the chosen adapter any more.</source>
        <translation>Le parc de calcul n'a plus l'adaptateur choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not serve the chosen model any more.</source>
        <translation>Le parc de calcul ne propose plus le modèle choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet has given a tile up after several tries.</source>
        <translation>Le parc de calcul a abandonné une tuile après plusieurs tentatives.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet refuses a value of this request.</source>
        <translation>Le parc de calcul refuse une valeur de cette demande.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot do what was asked.</source>
        <translation>Le modèle ne peut pas faire ce qui a été demandé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot read the instruction.</source>
        <translation>Le modèle ne peut pas lire la consigne.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The operator of the fleet has not accepted the licence of this model.</source>
        <translation>L'exploitant du parc de calcul n'a pas accepté la licence de ce modèle.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The request was called off.</source>
        <translation>La demande a été annulée.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{fact} The fleet says: {words}</source>
        <translation>{fact} Le parc de calcul indique : {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{failed} of {tiles} tiles failed. {reason}</source>
        <translation>Échec de {failed} tuile(s) sur {tiles}. {reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockWaterLevel</name>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Assign one first (Raster → Projections → Assign Projection).</source>
        <translation>Assignez-en d'abord un (Raster → Projections → Assigner une projection).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Choose one that covers the area.</source>
        <translation>Choisissez-en un qui couvre la zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster cannot be brought onto the result's grid: {reason}.</source>
        <translation>Le raster d'altitude ne peut pas être amené sur la grille du résultat : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster has no coordinate reference system.</source>
        <translation>Le raster d'altitude n'a pas de système de coordonnées de référence.</translation>
    </message>
</context>
<context>
    <name>ForeshockWriter</name>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another file for the result.</source>
        <translation>Choisissez un autre fichier pour le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another output folder.</source>
        <translation>Choisissez un autre dossier de sortie.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Tell the plugin's authors.</source>
        <translation>Signalez-le aux auteurs de l'extension.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>Le résultat ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} does not lie on the source's grid after writing.</source>
        <translation>{path} n'est pas sur la grille de la source après l'écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} has {width} × {height} px after writing.</source>
        <translation>{path} fait {width} × {height} px après l'écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} is the source of the simulation.</source>
        <translation>{path} est la source de la simulation.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} was not written whole: {reason}.</source>
        <translation>{path} n'a pas été écrit en entier : {reason}.</translation>
    </message>
</context>
</TS>

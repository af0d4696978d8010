<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ForeshockActions</name>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Connection…</source>
        <translation>Conexión…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Fetch waiting results</source>
        <translation>Recoger los resultados pendientes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Foreshock user guide</source>
        <translation>Guía del usuario de Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a freehand area…</source>
        <translation>Simular daños en un área a mano alzada…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a polygon…</source>
        <translation>Simular daños en un polígono…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a rectangle…</source>
        <translation>Simular daños en un rectángulo…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in selected features…</source>
        <translation>Simular daños en los objetos espaciales seleccionados…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage…</source>
        <translation>Simular daños…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>User guide</source>
        <translation>Guía del usuario</translation>
    </message>
</context>
<context>
    <name>ForeshockAffected</name>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature could not be measured; it is not counted as affected.</source>
        <translation>No se pudo medir 1 objeto; no se cuenta como afectado.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature had an invalid geometry, which was repaired to be measured.</source>
        <translation>1 objeto tenía una geometría no válida, que se corrigió para medirla.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature has no geometry; it is in no number.</source>
        <translation>1 objeto no tiene geometría; no figura en ninguna cifra.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Choose a name that ends in one of {endings}.</source>
        <translation>Elija un nombre que termine en uno de estos: {endings}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Is it open in another program, or the disk full?</source>
        <translation>¿Está abierto en otro programa o está lleno el disco?</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>Save the features in one that holds this part of the Earth.</source>
        <translation>Guarde los objetos en uno que abarque esta parte de la Tierra.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>Establézcalo en las propiedades de la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>The features have no field “{name}”.</source>
        <translation>Los objetos no tienen el campo «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>The footprint has no place in the coordinate reference system of the features.</source>
        <translation>La huella de cambios no tiene cabida en el sistema de referencia de coordenadas de los objetos.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>They have: {names}.</source>
        <translation>Tienen: {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features could not be measured; they are not counted as affected.</source>
        <translation>No se pudieron medir {count} objetos; no se cuentan como afectados.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features had invalid geometries, which were repaired to be measured.</source>
        <translation>{count} objetos tenían geometrías no válidas, que se corrigieron para medirlas.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features have no geometry; they are in no number.</source>
        <translation>{count} objetos no tienen geometría; no figuran en ninguna cifra.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} says no format that can be written.</source>
        <translation>{path} no indica ningún formato que se pueda escribir.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>«{layer}» no tiene sistema de referencia de coordenadas.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedDialog</name>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Add as layer</source>
        <translation>Añadir como capa</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Added “{layer}”: {path}</source>
        <translation>Capa «{layer}» añadida: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features — {result}</source>
        <translation>Objetos afectados — {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features: {layer}</source>
        <translation>Objetos afectados: {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Called off.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export affected features</source>
        <translation>Exportar los objetos afectados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exported: {path}</source>
        <translation>Exportado: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exporting affected features</source>
        <translation>Exportando los objetos afectados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>It would be the file {path}.</source>
        <translation>Sería el archivo {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Keeping affected features</source>
        <translation>Guardando los objetos afectados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>The affected features, in a GeoPackage beside the result.</source>
        <translation>Los objetos afectados, en un GeoPackage junto al resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>What of a layer lies inside the change footprint of “{result}”. It is looked at where the result is. A computed scenario, not an observation.</source>
        <translation>Qué parte de una capa queda dentro de la huella de cambios de «{result}». Solo se examina donde hay resultado. Un escenario calculado, no una observación.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{count} features read…</source>
        <translation>{count} objetos leídos…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>“{result}” has no change footprint.</source>
        <translation>«{result}» no tiene huella de cambios.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedForm</name>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>A row for each</source>
        <translation>Una fila por cada</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Add up</source>
        <translation>Sumar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Affected from</source>
        <translation>Afectado a partir de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>any part</source>
        <translation>cualquier parte</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>in proportion to the affected share</source>
        <translation>en proporción a la parte afectada</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of a feature's length, area or points</source>
        <translation>de la longitud, el área o los puntos de un objeto</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of each affected feature, in full</source>
        <translation>de cada objeto afectado, íntegramente</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedLayer</name>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected area (m²), simulated</source>
        <translation>Área afectada (m²), simulada</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected by</source>
        <translation>Afectado por</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected length (m), simulated</source>
        <translation>Longitud afectada (m), simulada</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected share (0 to 1), simulated</source>
        <translation>Proporción afectada (de 0 a 1), simulada</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}</source>
        <translation>Afectados de {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}: {result}</source>
        <translation>Afectados de {layer}: {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>QGIS cannot open the affected features {path}.</source>
        <translation>QGIS no puede abrir los objetos afectados {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>They were written; try to add them by hand.</source>
        <translation>Se han escrito; pruebe a añadirlos manualmente.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedTable</name>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Affected</source>
        <translation>Afectados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Area (m²)</source>
        <translation>Área (m²)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Features</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Length (m)</source>
        <translation>Longitud (m)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Looked at</source>
        <translation>Examinados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{area} are inside.</source>
        <translation>Hay {area} en el interior.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{count} of {of} features of “{layer}” are affected.</source>
        <translation>{count} de {of} objetos de «{layer}» están afectados.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, by share</source>
        <translation>{field}, en proporción</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, in full</source>
        <translation>{field}, íntegro</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{length} m of lines are inside.</source>
        <translation>Hay {length} m de líneas en el interior.</translation>
    </message>
</context>
<context>
    <name>ForeshockArea</name>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Choose an area on the layer, or zoom to it first.</source>
        <translation>Elija un área sobre la capa o haga antes zoom a ella.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it again.</source>
        <translation>Vuelva a dibujarla.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it nearer to the layer, or set the map to the layer's coordinate system.</source>
        <translation>Dibújela más cerca de la capa o asigne al mapa el sistema de coordenadas de la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Repair them first (Vector → Geometry Tools → Fix Geometries).</source>
        <translation>Corríjalos antes (Vectorial → Herramientas de geometría → Corregir geometrías).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Select fewer of them, or simplify them first (Vector → Geometry Tools → Simplify).</source>
        <translation>Seleccione menos o simplifíquelos antes (Vectorial → Herramientas de geometría → Simplificar).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area cannot be transformed to the layer's coordinate system.</source>
        <translation>El área elegida no se puede transformar al sistema de coordenadas de la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area does not overlap the layer.</source>
        <translation>El área elegida no se solapa con la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area has no surface.</source>
        <translation>El área elegida no tiene superficie.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The map shows nothing of this layer.</source>
        <translation>El mapa no muestra nada de esta capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons cannot be combined: {reason}.</source>
        <translation>Los polígonos no se pueden combinar: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons of “{layer}” have more than {count} vertices here.</source>
        <translation>Los polígonos de «{layer}» tienen aquí más de {count} vértices.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The visible extent does not fit the layer's coordinate system.</source>
        <translation>La extensión visible no encaja en el sistema de coordenadas de la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Zoom to the layer first.</source>
        <translation>Haga antes zoom a la capa.</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaPanel</name>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Add one to the project, or draw the area.</source>
        <translation>Añada una al proyecto o dibuje el área.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Change only inside</source>
        <translation>Cambiar solo dentro de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one first.</source>
        <translation>Elija antes una.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one, or switch “{name}” off.</source>
        <translation>Elija una o desactive «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose the visible extent, or draw an area.</source>
        <translation>Elija la extensión visible o dibuje un área.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a polygon</source>
        <translation>Dibujar un polígono</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a rectangle</source>
        <translation>Dibujar un rectángulo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw freehand</source>
        <translation>Dibujar a mano alzada</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Drawn on the map</source>
        <translation>Dibujada en el mapa</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No polygon layer is chosen.</source>
        <translation>No se ha elegido ninguna capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No raster layer is chosen.</source>
        <translation>No se ha elegido ninguna capa ráster.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is drawn yet.</source>
        <translation>Aún no se ha dibujado nada.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is selected in “{layer}”.</source>
        <translation>No hay nada seleccionado en «{layer}».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Outside these polygons every pixel stays as it is</source>
        <translation>Fuera de estos polígonos, cada píxel queda como está</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Press one of the buttons and draw the area.</source>
        <translation>Pulse uno de los botones y dibuje el área.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Select the polygons on the map first.</source>
        <translation>Seleccione antes los polígonos en el mapa.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Selected features</source>
        <translation>Objetos espaciales seleccionados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>The whole layer has {width} × {height} px, more than can be simulated at once.</source>
        <translation>La capa completa tiene {width} × {height} px, más de lo que se puede simular de una vez.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Visible extent</source>
        <translation>Extensión visible</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>Toda la capa</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>all {total} feature(s); select some to use only these</source>
        <translation>todos los objetos ({total}); seleccione algunos para usar solo esos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>{count} of {total} feature(s) selected</source>
        <translation>objetos seleccionados: {count} de {total}</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaTool</name>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Click the corners; a right click or Enter ends, Backspace takes the last corner back.</source>
        <translation>Haga clic en los vértices; el clic derecho o Intro termina, Retroceso deshace el último vértice.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag around the area.</source>
        <translation>Arrastre alrededor del área.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag from corner to corner, or click two corners.</source>
        <translation>Arrastre de esquina a esquina o haga clic en dos esquinas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Esc gives up.</source>
        <translation>Esc cancela.</translation>
    </message>
</context>
<context>
    <name>ForeshockAssemble</name>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Choose another area.</source>
        <translation>Elija otra área.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Free some space, and check that the folder may be written to.</source>
        <translation>Libere espacio y compruebe que se puede escribir en la carpeta.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>No tile was edited.</source>
        <translation>No se ha modificado ninguna tesela.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Run the simulation again.</source>
        <translation>Vuelva a ejecutar la simulación.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>Simulate: composing {layer}</source>
        <translation>Simular: componiendo {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The journal of request {job} has no stretch.</source>
        <translation>El diario de la solicitud {job} no contiene ningún realce.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>No se puede componer el resultado: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>No se puede escribir el resultado: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockBackground</name>
    <message>
        <location filename="../foreshock/gui/background.py"/>
        <source>That failed: {reason}.</source>
        <translation>La operación ha fallado: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockBadge</name>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <location filename="../foreshock/layers/badge_look.py"/>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/tile_preview.py"/>
        <source>SIMULATED preview</source>
        <translation>SIMULADO · vista previa</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before (SIMULATED)</source>
        <translation>antes (SIMULADO)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>{label} — SIMULATED</source>
        <translation>{label} — SIMULADO</translation>
    </message>
</context>
<context>
    <name>ForeshockBrokerSettings</name>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>A client certificate needs an encrypted connection.</source>
        <translation>Un certificado de cliente necesita una conexión cifrada.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Ask the operator for a name of 1 to 64 letters (a-z, A-Z), digits, - and _.</source>
        <translation>Pida al operador un nombre de 1 a 64 letras (a-z, A-Z), cifras, - y _.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address cannot be read.</source>
        <translation>No se puede leer la dirección del bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address must begin with amqps:// (or amqp:// on this machine).</source>
        <translation>La dirección del bróker debe empezar por amqps:// (o por amqp:// en este equipo).</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address names no user.</source>
        <translation>La dirección del bróker no indica ningún usuario.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The fleet does not serve a user named “{user}”.</source>
        <translation>La flota no atiende a ningún usuario llamado «{user}».</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://.</source>
        <translation>Use amqps://.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://; amqp:// is taken only for a broker on this machine.</source>
        <translation>Use amqps://; amqp:// solo se admite para un bróker en este equipo.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Write it like {address}.</source>
        <translation>Escríbala así: {address}.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>amqp:// would send the password and the imagery to {host} unencrypted.</source>
        <translation>amqp:// enviaría la contraseña y las imágenes a {host} sin cifrar.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the fleet at {host}</source>
        <translation>la flota en {host}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the {kind} proxy {host}:{port}</source>
        <translation>el proxy {kind} {host}:{port}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
</context>
<context>
    <name>ForeshockButtons</name>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Finish</source>
        <translation>&amp;Finalizar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Siguiente &gt;</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Anterior</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Commit</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
</context>
<context>
    <name>ForeshockChecks</name>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to 64 of a-z, 0-9, - and _</source>
        <translation>de 1 a 64 caracteres de a-z, 0-9, - y _</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to {most} bytes of UTF-8 without control characters</source>
        <translation>un texto de 1 a {most} bytes en UTF-8 sin caracteres de control</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>WKT of a coordinate reference system, at most {most} bytes</source>
        <translation>el WKT de un sistema de referencia de coordenadas, de {most} bytes como máximo</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple} from {least} to {most} px</source>
        <translation>un múltiplo de {multiple} entre {least} y {most} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple}, below 2^40</source>
        <translation>un múltiplo de {multiple}, inferior a 2^40</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0 up to 1</source>
        <translation>un valor mayor que 0 y hasta 1</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0, metres per px</source>
        <translation>un valor mayor que 0, en metros por px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>at most {most}</source>
        <translation>{most} como máximo</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>below {bound}</source>
        <translation>un valor inferior a {bound}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it contains a control character; write one line</source>
        <translation>contiene un carácter de control; escriba una sola línea</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it has {size} bytes; shorten it</source>
        <translation>tiene {size} bytes; acórtela</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it is empty; say what should happen</source>
        <translation>está vacía; diga qué debe ocurrir</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>no mask was sent</source>
        <translation>no se ha enviado ninguna máscara</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>present when {field} is {value}</source>
        <translation>un valor si {field} es {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>tile {index} of {tiles}</source>
        <translation>tesela {index} de {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{count} examples</source>
        <translation>{count} ejemplos</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{least} to {most}</source>
        <translation>un valor entre {least} y {most}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{size} bytes</source>
        <translation>{size} bytes</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} teselas</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{value} is not</source>
        <translation>el valor es {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>“{text}” is not WKT; addresses and codes are not taken</source>
        <translation>«{text}» no es WKT; no se admiten direcciones ni códigos</translation>
    </message>
</context>
<context>
    <name>ForeshockClientFolder</name>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Check its permissions.</source>
        <translation>Compruebe sus permisos.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>It collects the result itself; or close it first.</source>
        <translation>Ese QGIS recoge el resultado por sí mismo; si no, ciérrelo antes.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>No journal folder under {folder} can be locked.</source>
        <translation>No se puede bloquear ninguna carpeta de diario en {folder}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Request {job} belongs to another QGIS that is running.</source>
        <translation>La solicitud {job} pertenece a otro QGIS en ejecución.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Requests are kept in the profile (and on the machine) that sent them.</source>
        <translation>Las solicitudes se guardan en el perfil (y en el equipo) que las envió.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>The journal folder {folder} cannot be written: {reason}.</source>
        <translation>No se puede escribir en la carpeta de diario {folder}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>There is no request {job} in this QGIS profile.</source>
        <translation>No hay ninguna solicitud {job} en este perfil de QGIS.</translation>
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
        <translation>un número finito</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a time in RFC 3339</source>
        <translation>una hora según RFC 3339</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number from 0</source>
        <translation>un número entero a partir de 0</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>an object</source>
        <translation>un objeto</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>at most {most} bytes</source>
        <translation>{most} bytes como máximo</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>one of {names}</source>
        <translation>uno de estos valores: {names}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>present</source>
        <translation>un valor</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>standard base64</source>
        <translation>base64 estándar</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message has {size} bytes ({limit})</source>
        <translation>el mensaje tiene {size} bytes ({limit})</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message is not a JSON object</source>
        <translation>el mensaje no es un objeto JSON</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>this message says schema {said}; this side reads {schema}</source>
        <translation>este mensaje indica el esquema {said}; este lado lee {schema}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{count} values</source>
        <translation>{count} valores</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{field}: must be {expected}</source>
        <translation>{field}: se espera {expected}</translation>
    </message>
</context>
<context>
    <name>ForeshockCompare</name>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>Add it again, or open the project in which the simulation was run.</source>
        <translation>Añádala de nuevo o abra el proyecto en el que se ejecutó la simulación.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>The layer that “{layer}” was made from is not in this project.</source>
        <translation>La capa de la que procede «{layer}» no está en este proyecto.</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionDialog</name>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>A fleet (broker)</source>
        <translation>Una flota de cálculo (bróker)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Foreshock: connection</source>
        <translation>Foreshock: conexión</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionRows</name>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Broker</source>
        <translation>Bróker</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>CA file</source>
        <translation>Archivo de CA</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificados (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{bundle}” (a .p12 or .pfx file), “{paths}” (PEM files) or “{identity}” (imported in QGIS's options).</source>
        <translation>Elija o cree credenciales del tipo «{bundle}» (un archivo .p12 o .pfx), «{paths}» (archivos PEM) o «{identity}» (importadas en las opciones de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{type}”.</source>
        <translation>Elija o cree credenciales del tipo «{type}».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create some.</source>
        <translation>Elija unas o cree otras nuevas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Client certificate stored in QGIS, encrypted</source>
        <translation>Certificado de cliente guardado en QGIS, cifrado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Directly, without a proxy (QGIS options).</source>
        <translation>Directamente, sin proxy (opciones de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>For the next run only, then forgotten</source>
        <translation>Solo para la próxima ejecución; después se olvida</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Model folder</source>
        <translation>Carpeta del modelo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>No stored credentials are chosen.</source>
        <translation>No se han elegido credenciales guardadas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password, kept in memory until QGIS ends</source>
        <translation>Contraseña, conservada en memoria hasta que se cierre QGIS</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>The model runs on this computer. No imagery leaves it, and no broker is needed.</source>
        <translation>El modelo se ejecuta en este equipo. Ninguna imagen sale de él y no hace falta ningún bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through the proxy of the system's settings, if they name one for this address (QGIS options).</source>
        <translation>Por el proxy de la configuración del sistema, si indica uno para esta dirección (opciones de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through {proxy} (QGIS options).</source>
        <translation>Por {proxy} (opciones de QGIS).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>User and password stored in QGIS, encrypted</source>
        <translation>Usuario y contraseña guardados en QGIS, cifrados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>When Foreshock first connects, QGIS asks for your master password: it opens QGIS's encrypted store of credentials, and is not the broker's.</source>
        <translation>La primera vez que Foreshock se conecta, QGIS pide su contraseña maestra: abre el almacén cifrado de credenciales de QGIS y no es la del bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>only for an operator's own authority</source>
        <translation>solo si el operador tiene su propia autoridad</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the file “foreshock” or “foreshock.exe”</source>
        <translation>el archivo «foreshock» o «foreshock.exe»</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the program's own small model</source>
        <translation>el modelo pequeño del propio programa</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionStore</name>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose a file of certificates in PEM form, as the operator gave it to you.</source>
        <translation>Elija un archivo de certificados en formato PEM, tal como se lo dio el operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>Elija el archivo «foreshock» (en Windows, «foreshock.exe»).</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” under “Connection… → This computer”.</source>
        <translation>Elija el archivo «foreshock» en «Conexión… → Este equipo».</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No broker is set.</source>
        <translation>No hay ningún bróker configurado.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No program is set.</source>
        <translation>No hay ningún programa configurado.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and fill in its address.</source>
        <translation>Pulse «Conexión…» e introduzca su dirección.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and type it.</source>
        <translation>Pulse «Conexión…» y escríbala.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el archivo de CA {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} holds no certificate.</source>
        <translation>El archivo de CA {path} no contiene ningún certificado.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The password of the broker is not known.</source>
        <translation>No se conoce la contraseña del bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>There is no program “{path}”.</source>
        <translation>No existe el programa «{path}».</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionTest</name>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>The test itself failed: {reason}.</source>
        <translation>La propia prueba ha fallado: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockController</name>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>1 simulation waits for its result.</source>
        <translation>1 simulación espera su resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>Add imagery, or choose a raster layer in the layer panel.</source>
        <translation>Añada imágenes o elija una capa ráster en el panel Capas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Add it, right-click it and choose the scenario again.</source>
        <translation>Añádala, haga clic derecho en ella y vuelva a elegir el escenario.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Added</source>
        <translation>Capa añadida</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Asking {place}…</source>
        <translation>Consultando {place}…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Call off</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Called off: {layer}</source>
        <translation>Cancelada: {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Compare, assess</source>
        <translation>Comparar, evaluar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Fetch now</source>
        <translation>Recoger ahora</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>No fleet is set. Press “Connection…”.</source>
        <translation>No hay ninguna flota configurada. Pulse «Conexión…».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Not connected. Connecting asks for the master password of QGIS.</source>
        <translation>Sin conexión. Para conectar se pide la contraseña maestra de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Nothing is lost: results wait until you connect again.</source>
        <translation>No se ha perdido nada: los resultados esperan hasta que vuelva a conectarse.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Right-click the layer that it was made from; the words stand in the result's metadata.</source>
        <translation>Haga clic derecho en la capa de la que procede; el texto está en los metadatos del resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer that it was made from is not in this project. Its file: {path}</source>
        <translation>La capa de la que procede no está en este proyecto. Su archivo: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer “{layer}” is not in this project.</source>
        <translation>La capa «{layer}» no está en este proyecto.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>There is no raster layer to simulate on.</source>
        <translation>No hay ninguna capa ráster sobre la que simular.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>What was asked for to make “{result}” is not in this QGIS profile (any more).</source>
        <translation>Lo que se solicitó para crear «{result}» no está (o ya no está) en este perfil de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{count} simulations wait for their results.</source>
        <translation>{count} simulaciones esperan sus resultados.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, not called off.</source>
        <translation>{layer}: detenida, no cancelada.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, nothing is lost. {reason}</source>
        <translation>{layer}: detenida, no se ha perdido nada. {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: {message}</source>
        <translation>{layer}: {message}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>“{layer}”: synthetic imagery.</source>
        <translation>«{layer}»: imágenes sintéticas.</translation>
    </message>
</context>
<context>
    <name>ForeshockDiagnostics</name>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Connection: {place}</source>
        <translation>Conexión: {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Created: {when} UTC</source>
        <translation>Creado: {when} UTC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Job {id}</source>
        <translation>Trabajo {id}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Last sign of life: {when}</source>
        <translation>Última señal de vida: {when}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Model: {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation>Modelo: {model} ({digest}), {steps} pasos, semilla {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Series: {index} of {count}</source>
        <translation>Serie: {index} de {count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Size: {width} × {height} px</source>
        <translation>Tamaño: {width} × {height} px</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>State: {state}</source>
        <translation>Estado: {state}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Tiles: {done} of {tiles}, {cached} from the cache, lane {lane}</source>
        <translation>Teselas: {done} de {tiles}, {cached} de la caché, carril {lane}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Workers: {names}</source>
        <translation>Nodos de cálculo: {names}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>none is set</source>
        <translation>ninguna configurada</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
</context>
<context>
    <name>ForeshockDifference</name>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>A result lies on the grid of the raster that it was made from: choose that one.</source>
        <translation>Un resultado está en la cuadrícula del ráster del que procede: elija ese.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation>Elija el ráster del que procede el resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Compare by eye (swipe, flip), or save the area as GeoTIFF and simulate on that.</source>
        <translation>Compare visualmente (cortina, alternar), o guarde el área como GeoTIFF y simule sobre él.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>Difference: {layer}</source>
        <translation>Diferencia: {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is its folder there, and may you write to it?</source>
        <translation>¿Existe su carpeta y tiene permiso para escribir en ella?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is the disk full?</source>
        <translation>¿Está lleno el disco?</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>El archivo se ha escrito; pruebe a añadirlo manualmente.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>QGIS cannot open the difference {path}.</source>
        <translation>QGIS no puede abrir la diferencia {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>The difference cannot be computed: {reason}.</source>
        <translation>No se puede calcular la diferencia: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>The difference cannot be written: {reason}.</source>
        <translation>No se puede escribir la diferencia: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} is one of the rasters to be compared.</source>
        <translation>{path} es uno de los rásteres que se van a comparar.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} was not written whole.</source>
        <translation>{path} no se ha escrito por completo.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>{result} difference</source>
        <translation>Diferencia de {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” do not lie on one pixel grid.</source>
        <translation>«{after}» y «{before}» no comparten la misma cuadrícula de píxeles.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” have different bands.</source>
        <translation>«{after}» y «{before}» tienen bandas distintas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{layer}” has no samples of its own: a service draws it, and what was drawn is not kept.</source>
        <translation>«{layer}» no tiene valores de píxel propios: la dibuja un servicio y lo dibujado no se conserva.</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawing</name>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer there; then run it again.</source>
        <translation>Compruebe que QGIS muestra la capa en ese lugar; después, ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer; then run it again.</source>
        <translation>Compruebe que QGIS muestra la capa; después, ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Choose another area or another resolution.</source>
        <translation>Elija otra área u otra resolución.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Is the disk full?</source>
        <translation>¿Está lleno el disco?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again.</source>
        <translation>Ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again; or allow missing map tiles, which then stay as they are in the result.</source>
        <translation>Ejecute de nuevo, o permita que falten teselas de mapa, que entonces quedan en el resultado como están.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map cannot be written: {reason}.</source>
        <translation>No se puede escribir el dibujo del mapa: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map was not written whole.</source>
        <translation>El dibujo del mapa no se ha escrito por completo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map is empty in this area at this resolution.</source>
        <translation>El mapa está vacío en esta área con esta resolución.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server cannot be used: {reason}.</source>
        <translation>No se puede usar el servidor de mapas: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server delivered nothing of this area: {reason}.</source>
        <translation>El servidor de mapas no ha entregado nada de esta área: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server did not deliver {missing} of {all} map tiles ({reason}); the first lies at {x}, {y}.</source>
        <translation>El servidor de mapas no ha entregado {missing} de {all} teselas de mapa ({reason}); la primera está en {x}, {y}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an answer that is no picture but {kind}</source>
        <translation>una respuesta que no es una imagen, sino {kind}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an empty answer</source>
        <translation>una respuesta vacía</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>its source is not valid</source>
        <translation>su fuente no es válida</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>no answer in time</source>
        <translation>sin respuesta a tiempo</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>they are empty, or did not come</source>
        <translation>están vacías o no han llegado</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>{path} is missing.</source>
        <translation>Falta {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>{reason}: {words}</source>
        <translation>{reason}: {words}</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawnLayer</name>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Repair its source first.</source>
        <translation>Repare antes su fuente de datos.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>Guarde antes el área como GeoTIFF (Exportar → Guardar como).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>Establézcalo antes (Capa → Establecer SRC de la capa(s)).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>The map server does not say how far this layer reaches.</source>
        <translation>El servidor de mapas no indica hasta dónde llega esta capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer cannot be read.</source>
        <translation>Esta capa no se puede leer.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer comes from a service as numbers, not as a picture.</source>
        <translation>Esta capa llega de un servicio como números, no como imagen.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>Esta capa no tiene sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>zoom {zoom} ({gsd} m per px)</source>
        <translation>zoom {zoom} ({gsd} m por px)</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>{gsd} m per px</source>
        <translation>{gsd} m por px</translation>
    </message>
</context>
<context>
    <name>ForeshockErrors</name>
    <message>
        <location filename="../foreshock/core/errors.py"/>
        <source>{field}: {found} (must be {limit})</source>
        <translation>{field}: {found} (se espera {limit})</translation>
    </message>
</context>
<context>
    <name>ForeshockEstimate</name>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>1 tile</source>
        <translation>1 tesela</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>A pixel is {gsd} here; {model} was made for {low} to {high}. Expect poor results.</source>
        <translation>Un píxel mide aquí {gsd}; {model} se hizo para tamaños de {low} a {high}. Cabe esperar malos resultados.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>about {time}</source>
        <translation>aprox. {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>queued behind people who wait for a few tiles</source>
        <translation>en cola tras quienes esperan unas pocas teselas</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>time not known before the first run</source>
        <translation>duración desconocida hasta la primera ejecución</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{count} pictures</source>
        <translation>{count} imágenes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} teselas</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{width} × {height} px of {gsd}</source>
        <translation>{width} × {height} px de {gsd}</translation>
    </message>
</context>
<context>
    <name>ForeshockExample</name>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>An example needs {least} px a side, and no side more than {times} times the other.</source>
        <translation>Un ejemplo necesita {least} px por lado, y ningún lado más de {times} veces el otro.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose another layer.</source>
        <translation>Elija otra capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose layers that share a smaller place (at most {most} px a side).</source>
        <translation>Elija capas que compartan un lugar más pequeño ({most} px por lado como máximo).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose two that overlap.</source>
        <translation>Elija dos que se solapen.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example layer {path} cannot be read: {reason}.</source>
        <translation>No se puede leer la capa de ejemplo {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example would need {width} × {height} px of a map service.</source>
        <translation>El ejemplo necesitaría {width} × {height} px de un servicio de mapas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example's two layers have no data at the same place.</source>
        <translation>Las dos capas del ejemplo no tienen datos en un mismo lugar.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The place that both example layers show has {width} × {height} px, which is too small or too narrow.</source>
        <translation>El lugar que muestran ambas capas de ejemplo tiene {width} × {height} px: es demasiado pequeño o estrecho.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>no reason given</source>
        <translation>no se indica el motivo</translation>
    </message>
</context>
<context>
    <name>ForeshockExamplePanel</name>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>An example needs two layers that show the same place.</source>
        <translation>Un ejemplo necesita dos capas que muestren el mismo lugar.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose both, or leave both empty.</source>
        <translation>Elija ambas o deje ambas vacías.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two different layers.</source>
        <translation>Elija dos capas distintas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two layers in the same coordinate system.</source>
        <translation>Elija dos capas en el mismo sistema de coordenadas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The chosen model takes no examples.</source>
        <translation>El modelo elegido no admite ejemplos.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example has only one of its two layers.</source>
        <translation>El ejemplo solo tiene una de sus dos capas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example shows the same layer before and after.</source>
        <translation>El ejemplo muestra la misma capa antes y después.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The extents of the example's two layers cannot be compared.</source>
        <translation>No se pueden comparar las extensiones de las dos capas del ejemplo.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The layers of the earlier simulation's example are not in this project.</source>
        <translation>Las capas del ejemplo de la simulación anterior no están en este proyecto.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Two layers of one place, before and after a real event, show the model what is meant. Their common extent is sent with every tile.</source>
        <translation>Dos capas de un mismo lugar, antes y después de un suceso real, muestran al modelo lo que se pretende. Su extensión común se envía con cada tesela.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{before}” and “{after}” do not overlap.</source>
        <translation>«{before}» y «{after}» no se solapan.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{layer}” cannot serve as an example: {reason}</source>
        <translation>«{layer}» no puede servir de ejemplo: {reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockExplain</name>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>A queue at the broker is not as expected: {what}.</source>
        <translation>Una cola del bróker no es como se esperaba: {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator for the permissions of a client.</source>
        <translation>Pida al operador los permisos de un cliente.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to delete the old queue; plugin and fleet may be of different versions.</source>
        <translation>Pida al operador que elimine la cola antigua; el complemento y la flota pueden ser de versiones distintas.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to raise max_message_size to 9 MiB at least.</source>
        <translation>Pida al operador que aumente max_message_size a 9 MiB como mínimo.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to run “foreshock topology apply”.</source>
        <translation>Pida al operador que ejecute «foreshock topology apply».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator whether logins by certificate (EXTERNAL) are on, and for which name.</source>
        <translation>Pregunte al operador si está activado el acceso con certificado (EXTERNAL) y para qué nombre.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask whether {proxy} lets other things than web pages through.</source>
        <translation>Pregunte si {proxy} deja pasar algo más que páginas web.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check both in the connection settings.</source>
        <translation>Compruebe ambos en la configuración de la conexión.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check port and scheme.</source>
        <translation>Compruebe el puerto y el esquema.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the broker address and the network.</source>
        <translation>Compruebe la dirección del bróker y la red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the part after the last slash of the broker address, or ask the operator.</source>
        <translation>Compruebe la parte que sigue a la última barra de la dirección del bróker, o pregunte al operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port. If it is right, the broker is overloaded: tell the operator.</source>
        <translation>Compruebe el puerto. Si es correcto, el bróker está sobrecargado: avise al operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port: amqps:// has 5671 mostly.</source>
        <translation>Compruebe el puerto: para amqps:// suele ser 5671.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check this computer's clock; if it is right, ask the operator to renew the certificate.</source>
        <translation>Compruebe el reloj de este equipo; si es correcto, pida al operador que renueve el certificado.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Choose a client certificate that this broker knows in the connection settings.</source>
        <translation>Elija en la configuración de la conexión un certificado de cliente que este bróker conozca.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Close another QGIS that uses it, or ask the operator.</source>
        <translation>Cierre otro QGIS que lo use o pregunte al operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Give the operator's certificate authority as the CA file of the connection, or add it in QGIS's options.</source>
        <translation>Indique la autoridad de certificación del operador como archivo de CA de la conexión o añádala en las opciones de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>If it works without the proxy, the proxy opens encrypted connections: ask your network administrator to leave this one alone.</source>
        <translation>Si funciona sin el proxy, es que el proxy abre las conexiones cifradas: pida al administrador de su red que deje intacta esta.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is a worker running? “foreshock doctor” on its machine tells.</source>
        <translation>¿Hay algún nodo de cálculo en marcha? «foreshock doctor» lo indica en su equipo.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the address right? A firewall may stop AMQP: ask for this port to be opened, or for a proxy, and set that in QGIS's options (Network).</source>
        <translation>¿Es correcta la dirección? Puede que un cortafuegos bloquee AMQP: pida que abran este puerto, o un proxy, y configúrelo en las opciones de QGIS (Red).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation>¿Está en marcha el bróker y es correcta la dirección?</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It does within two minutes; it is tried again by itself, and nothing is lost.</source>
        <translation>Lo hará en dos minutos como máximo; se reintenta automáticamente y no se ha perdido nada.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again by itself; nothing is lost.</source>
        <translation>Se reintenta automáticamente; no se ha perdido nada.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again.</source>
        <translation>Se vuelve a intentar.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes cancels at this broker.</source>
        <translation>Nadie recibe cancelaciones en este bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes jobs at this broker.</source>
        <translation>Nadie recibe trabajos en este bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes questions at this broker.</source>
        <translation>Nadie recibe consultas en este bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place} in time.</source>
        <translation>Nada responde a tiempo en {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place}.</source>
        <translation>Nada responde en {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Plugin and fleet may be of different versions.</source>
        <translation>El complemento y la flota pueden ser de versiones distintas.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Run the simulation again.</source>
        <translation>Vuelva a ejecutar la simulación.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The answer about what can be done cannot be read ({reason}).</source>
        <translation>No se puede leer la respuesta sobre lo que la flota ofrece ({reason}).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} does not let the client certificate in.</source>
        <translation>El bróker de {place} no acepta el certificado de cliente.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} refuses the user “{user}” with this password.</source>
        <translation>El bróker de {place} rechaza al usuario «{user}» con esta contraseña.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} was stopped, or an operator closed the connection.</source>
        <translation>El bróker de {place} se detuvo, o un operador cerró la conexión.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker closed the channel: {code} {what}.</source>
        <translation>El bróker ha cerrado el canal: {code} {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}” but as “{known}”.</source>
        <translation>El bróker no le conoce como «{user}», sino como «{known}».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}”.</source>
        <translation>El bróker no le conoce como «{user}».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not take messages as large as a tile: {what}.</source>
        <translation>El bróker no admite mensajes del tamaño de una tesela: {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has not noticed yet that the last connection of this QGIS ended.</source>
        <translation>El bróker aún no ha advertido que la última conexión de este QGIS terminó.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has paused ({reason}) and takes no jobs for now.</source>
        <translation>El bróker está en pausa ({reason}) y por ahora no recibe trabajos.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of disk and takes no jobs for now.</source>
        <translation>Al bróker le falta espacio en disco y por ahora no recibe trabajos.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory and takes no jobs for now.</source>
        <translation>Al bróker le falta memoria y por ahora no recibe trabajos.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory or disk and takes no jobs for now.</source>
        <translation>Al bróker le falta memoria o espacio en disco y por ahora no recibe trabajos.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is there, but no worker answers.</source>
        <translation>El bróker está ahí, pero ningún nodo de cálculo responde.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker lacks what Foreshock needs: {what}.</source>
        <translation>Al bróker le falta lo que Foreshock necesita: {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker took no jobs until the request's time was over.</source>
        <translation>El bróker no recibió ningún trabajo hasta que venció el plazo de la solicitud.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The certificate of {place} is not trusted: {reason}.</source>
        <translation>El certificado de {place} no es de confianza: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} failed: {reason}.</source>
        <translation>La conexión con {place} ha fallado: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} was lost.</source>
        <translation>Se ha perdido la conexión con {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection was closed.</source>
        <translation>La conexión se cerró.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The queue is full: the broker takes no more jobs now.</source>
        <translation>La cola está llena: el bróker no recibe ahora más trabajos.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” has as many connections at {place} as the operator allows.</source>
        <translation>El usuario «{user}» tiene en {place} tantas conexiones como permite el operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not do this: {what}.</source>
        <translation>El usuario «{user}» no tiene permiso para esto: {what}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not enter “{vhost}” at {place}, or it does not exist.</source>
        <translation>El usuario «{user}» no puede entrar en «{vhost}» de {place}, o este no existe.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>There is no host “{host}”.</source>
        <translation>No existe el host «{host}».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>What answers at {place} is no AMQP broker.</source>
        <translation>Lo que responde en {place} no es un bróker AMQP.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write in the broker address the name under which the broker knows you.</source>
        <translation>Escriba en la dirección del bróker el nombre con el que el bróker le conoce.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write the host as the certificate names it, or ask the operator for a certificate of this name.</source>
        <translation>Escriba el host tal como lo nombra el certificado o pida al operador un certificado con este nombre.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves when others are done.</source>
        <translation>Sus teselas esperan aquí y salen automáticamente cuando terminan otras.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves; tell the operator if it lasts.</source>
        <translation>Sus teselas esperan aquí y salen automáticamente; avise al operador si persiste.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} does not speak TLS as expected ({reason}).</source>
        <translation>{place} no habla TLS como se esperaba ({reason}).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} refuses our certificate ({reason}).</source>
        <translation>{place} rechaza nuestro certificado ({reason}).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} takes the connection, but says nothing as a broker would.</source>
        <translation>{place} acepta la conexión, pero no habla como lo haría un bróker.</translation>
    </message>
</context>
<context>
    <name>ForeshockExplainProxy</name>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for a user and a password (“Basic”) at the proxy, or to let connections to {place} through without a login.</source>
        <translation>Pida al administrador de su red un usuario y una contraseña («Basic») para el proxy, o que deje pasar sin autenticación las conexiones con {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for another password.</source>
        <translation>Pida otra contraseña al administrador de su red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator to allow CONNECT to {place}.</source>
        <translation>Pida al administrador de su red que permita CONNECT a {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check both where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation>Compruebe ambos donde QGIS guarda su proxy: Configuración → Opciones → Red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the proxy in QGIS: Settings → Options → Network.</source>
        <translation>Compruebe el proxy en QGIS: Configuración → Opciones → Red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS's options (Network) and the address of the broker. If they are right, ask your network administrator.</source>
        <translation>Compruebe el tipo y el puerto del proxy en las opciones de QGIS (Red) y la dirección del bróker. Si son correctos, pregunte al administrador de su red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS: Settings → Options → Network.</source>
        <translation>Compruebe el tipo y el puerto del proxy en QGIS: Configuración → Opciones → Red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type of the proxy in QGIS's options (Network). If it is right, ask your network administrator whether the proxy lets connections to {place} through.</source>
        <translation>Compruebe el tipo de proxy en las opciones de QGIS (Red). Si es correcto, pregunte al administrador de su red si el proxy deja pasar las conexiones con {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Fill them in where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation>Introdúzcalos donde QGIS guarda su proxy: Configuración → Opciones → Red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the address of the broker right? If it is, ask the operator, or your network administrator.</source>
        <translation>¿Es correcta la dirección del bróker? Si lo es, pregunte al operador o al administrador de su red.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation>¿Está en marcha el bróker y es correcta la dirección?</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Nothing answers at {place}, says {proxy}.</source>
        <translation>Nada responde en {place}, indica {proxy}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Tell your network administrator if it lasts.</source>
        <translation>Avise al administrador de su red si persiste.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>The user name or the password for {proxy} cannot be sent to it: it is too long, or has letters that proxies do not know.</source>
        <translation>No se puede enviar el nombre de usuario o la contraseña para {proxy}: son demasiado largos o tienen letras que los proxies no conocen.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>There is no host “{host}”, which is to be the proxy.</source>
        <translation>No existe el host «{host}», que debería ser el proxy.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>What answers at {host}:{port} is no {kind} proxy.</source>
        <translation>Lo que responde en {host}:{port} no es un proxy {kind}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} cannot reach {place}{status}.</source>
        <translation>{proxy} no puede llegar a {place}{status}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer in time.</source>
        <translation>{proxy} no responde a tiempo.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer.</source>
        <translation>{proxy} no responde.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not let connections to {place} through{status}.</source>
        <translation>{proxy} no deja pasar conexiones con {place}{status}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} ends the connection without opening the way to {place}.</source>
        <translation>{proxy} cierra la conexión sin abrir el camino a {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} has a failure of its own and opens no way to {place}.</source>
        <translation>{proxy} tiene un fallo propio y no abre ningún camino a {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} lets in only who logs in by {ways}, which Foreshock cannot.</source>
        <translation>{proxy} solo admite autenticación mediante {ways}, de la que Foreshock no dispone.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} refuses the user “{user}” with this password.</source>
        <translation>{proxy} rechaza al usuario «{user}» con esta contraseña.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes no login by user and password.</source>
        <translation>{proxy} no admite autenticación con usuario y contraseña.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes the connection, but does not say in time whether it opens the way to {place}.</source>
        <translation>{proxy} acepta la conexión, pero no dice a tiempo si abre el camino a {place}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} wants a user and a password.</source>
        <translation>{proxy} pide un usuario y una contraseña.</translation>
    </message>
</context>
<context>
    <name>ForeshockFirstRun</name>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>&lt;b&gt;Every result is synthetic imagery: a computed scenario, not an observation.&lt;/b&gt; It is marked as such in its name, on the map, in the layer panel and in its file.</source>
        <translation>&lt;b&gt;Los resultados son siempre imágenes sintéticas: un escenario calculado, no una observación.&lt;/b&gt; Cada uno se marca como tal en su nombre, en el mapa, en el panel Capas y en su archivo.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>&lt;b&gt;It is saved, but the test has failed.&lt;/b&gt; Put it right under Raster → Foreshock → Connection…, where Test says what is missing. Then:</source>
        <translation>&lt;b&gt;Se ha guardado, pero la prueba ha fallado.&lt;/b&gt; Corríjalo en Ráster → Foreshock → Conexión…, donde Probar dice lo que falta. Después:</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>A fleet of workers that my organisation runs</source>
        <translation>Una flota de nodos de cálculo de mi organización</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>All is well.</source>
        <translation>Todo funciona.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ask the operator for it.</source>
        <translation>Pídasela al operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the &lt;b&gt;scenario&lt;/b&gt; and how bad it is. The area is what the map shows.</source>
        <translation>Elija el &lt;b&gt;escenario&lt;/b&gt; y su gravedad. El área es lo que muestra el mapa.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>Elija el archivo «foreshock» (en Windows, «foreshock.exe»).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Does it work?</source>
        <translation>¿Funciona?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Fast, also for large areas, and it goes on while QGIS is closed. You need the address of its broker and your password or certificate; the operator gives you both. The imagery of your area is sent there, encrypted.</source>
        <translation>Rápido, también con áreas grandes, y continúa con QGIS cerrado. Necesita la dirección de su bróker y su contraseña o certificado; el operador le da ambos. Las imágenes de su área se envían allí, cifradas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Foreshock computes how a place would look after a disaster.</source>
        <translation>Foreshock calcula qué aspecto tendría un lugar después de un desastre.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Go back and put it right, or save it as it is: it can be changed at any time under Raster → Foreshock → Connection…</source>
        <translation>Vuelva atrás y corríjalo, o guárdelo como está: se puede cambiar en cualquier momento en Ráster → Foreshock → Conexión…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Leave the CA file empty unless the operator gave you one: the certificates that QGIS and the system trust are trusted here, too.</source>
        <translation>Deje vacío el archivo de CA salvo que el operador le haya dado uno: también aquí se confía en los certificados en los que confían QGIS y el sistema.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No imagery at hand? Any map service works too, such as an XYZ layer of aerial imagery. &lt;b&gt;User guide&lt;/b&gt; in the same menu tells more.</source>
        <translation>¿No tiene imágenes a mano? También sirve cualquier servicio de mapas, como una capa XYZ de imágenes aéreas. La &lt;b&gt;Guía del usuario&lt;/b&gt;, en el mismo menú, dice más.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No network, no account: nothing leaves this computer. You need the program “foreshock”. Large areas take long, and go on only while QGIS runs.</source>
        <translation>Sin red ni cuenta: nada sale de este equipo. Necesita el programa «foreshock». Las áreas grandes tardan mucho y solo avanzan mientras QGIS está abierto.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No password is ever written to the settings.</source>
        <translation>Ninguna contraseña se escribe nunca en la configuración.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Not ready yet</source>
        <translation>Aún no está listo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Press &lt;b&gt;Run&lt;/b&gt;. Tiles appear on the map as they are finished.</source>
        <translation>Pulse &lt;b&gt;Ejecutar&lt;/b&gt;. Las teselas aparecen en el mapa a medida que se terminan.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Right-click a raster layer → &lt;b&gt;Simulate damage…&lt;/b&gt;</source>
        <translation>Clic derecho en una capa ráster → &lt;b&gt;Simular daños…&lt;/b&gt;</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Set up Foreshock</source>
        <translation>Configurar Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The model runs in one of two places.</source>
        <translation>El modelo se ejecuta en uno de dos lugares.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The next pages ask who does the work, and try it out. It takes two minutes, and can be changed later.</source>
        <translation>Las páginas siguientes preguntan quién hace el trabajo y lo prueban. Se tarda dos minutos y se puede cambiar más adelante.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The operator gives you the address of its broker.</source>
        <translation>El operador le da la dirección de su bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The part before @ is your user name, the part after the last / the fleet's own area.</source>
        <translation>Lo que precede a @ es su nombre de usuario; lo que sigue a la última /, el espacio propio de la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no address yet.</source>
        <translation>Aún no hay dirección.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no password yet.</source>
        <translation>Aún no hay contraseña.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no program yet.</source>
        <translation>Aún no hay programa.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Three clicks to the first result:</source>
        <translation>Tres clics hasta el primer resultado:</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Type it, or choose another way.</source>
        <translation>Escríbala o elija otro modo.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>What if it happened here?</source>
        <translation>¿Y si ocurriera aquí?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Where is the fleet?</source>
        <translation>¿Dónde está la flota?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Which program?</source>
        <translation>¿Qué programa?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who does the work?</source>
        <translation>¿Quién hace el trabajo?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You can save without waiting for the end.</source>
        <translation>Puede guardar sin esperar a que termine.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You right-click a raster layer and say what shall happen there: a flood, an earthquake, a fire, or in your own words. A new layer comes back, which lies exactly on the old one.</source>
        <translation>Haga clic derecho en una capa ráster y diga qué debe ocurrir ahí: una inundación, un terremoto, un incendio, o con sus propias palabras. Recibirá una capa nueva que coincide exactamente con la anterior.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>“foreshock” computes the imagery; it needs no installation.</source>
        <translation>«foreshock» calcula las imágenes; no necesita instalación.</translation>
    </message>
</context>
<context>
    <name>ForeshockFlip</name>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Its time was switched off in the layer's properties: set a fixed range there (Temporal).</source>
        <translation>Su tiempo se desactivó en las propiedades de la capa: establezca ahí un rango fijo (Temporal).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>This map view has no temporal controller.</source>
        <translation>Esta vista de mapa no tiene controlador temporal.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Use the main map of QGIS, or the swipe tool.</source>
        <translation>Use el mapa principal de QGIS o la herramienta de cortina.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>“{layer}” has no time.</source>
        <translation>«{layer}» no tiene tiempo asignado.</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprint</name>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>1 area</source>
        <translation>1 área</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Area (m²)</source>
        <translation>Área (m²)</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Instruction</source>
        <translation>Instrucción</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>El archivo se ha escrito; pruebe a añadirlo manualmente.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>QGIS cannot open the change footprint {path}.</source>
        <translation>QGIS no puede abrir la huella de cambios {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{count} areas</source>
        <translation>{count} áreas</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{result} change ({areas}, {size})</source>
        <translation>Cambios de {result} ({areas}, {size})</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprintFile</name>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>Is the disk full?</source>
        <translation>¿Está lleno el disco?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>The change footprint cannot be traced: {reason}.</source>
        <translation>No se puede trazar la huella de cambios: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockGrid</name>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>a tile side of {side} px cannot be used</source>
        <translation>no se puede usar un lado de tesela de {side} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>an overlap of {overlap} px cannot be used with tiles of {side} px</source>
        <translation>no se puede usar un solapamiento de {overlap} px con teselas de {side} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area needs {tiles} tiles; choose a smaller one</source>
        <translation>el área necesita {tiles} teselas; elija una más pequeña</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest does not overlap the raster</source>
        <translation>el área de interés no se solapa con el ráster</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest is not finite</source>
        <translation>el área de interés no es finita</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform holds a number that is not finite</source>
        <translation>la geotransformación contiene un número que no es finito</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform is singular: its pixels have no area</source>
        <translation>la geotransformación es singular: sus píxeles no tienen superficie</translation>
    </message>
</context>
<context>
    <name>ForeshockGroups</name>
    <message>
        <location filename="../foreshock/layers/groups.py"/>
        <source>Simulations</source>
        <translation>Simulaciones</translation>
    </message>
</context>
<context>
    <name>ForeshockHelp</name>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find in the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find next</source>
        <translation>Buscar siguiente</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find previous</source>
        <translation>Buscar anterior</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Nothing found</source>
        <translation>No se ha encontrado nada</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>{page} — Foreshock help</source>
        <translation>{page} — Ayuda de Foreshock</translation>
    </message>
</context>
<context>
    <name>ForeshockJobActions</name>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Add result to project</source>
        <translation>Añadir el resultado al proyecto</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Duplicate…</source>
        <translation>Duplicar…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Show log</source>
        <translation>Mostrar registro</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Zoom to</source>
        <translation>Zoom a</translation>
    </message>
</context>
<context>
    <name>ForeshockJobAreas</name>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>Choose another one for the project.</source>
        <translation>Elija otro para el proyecto.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>The area cannot be shown in the map's coordinate system.</source>
        <translation>El área no se puede mostrar en el sistema de coordenadas del mapa.</translation>
    </message>
</context>
<context>
    <name>ForeshockJobLog</name>
    <message>
        <location filename="../foreshock/jobs/job_log.py"/>
        <source>lines are left out here: the log had grown too long</source>
        <translation>aquí se omiten líneas: el registro se había alargado demasiado</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsColumns</name>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Cached</source>
        <translation>Caché</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>From “Run” to the result</source>
        <translation>Desde «Ejecutar» hasta el resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Heard</source>
        <translation>Última señal</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>How many pieces the area was cut into, and how many of them are there</source>
        <translation>En cuántas piezas se ha dividido el área y cuántas de ellas han llegado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Lane</source>
        <translation>Carril</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Large requests take the bulk lane, so that nobody who waits at a screen is held up</source>
        <translation>Las solicitudes grandes van por el carril masivo, para no retrasar a nadie que espere ante la pantalla</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles that the fleet had computed before and did not have to compute again</source>
        <translation>Teselas que la flota ya había calculado y no ha tenido que volver a calcular</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>When a worker last gave a sign of life for it</source>
        <translation>Cuándo dio un nodo de cálculo la última señal de vida de este trabajo</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsDock</name>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>All jobs</source>
        <translation>Todos los trabajos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Done</source>
        <translation>Terminados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Failed or called off</source>
        <translation>Fallidos o cancelados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Filter by layer, scenario or words</source>
        <translation>Filtrar por capa, escenario o texto</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Foreshock jobs</source>
        <translation>Trabajos de Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>No job fits the filter.</source>
        <translation>Ningún trabajo se ajusta al filtro.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Reading the jobs of this profile…</source>
        <translation>Leyendo los trabajos de este perfil…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Stopped or to be fetched</source>
        <translation>Detenidos o por recoger</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>There are no jobs yet.

Right-click a raster layer and choose “Simulate damage…”. Each run is listed here, with its progress and its log, also after QGIS was closed.</source>
        <translation>Aún no hay trabajos.

Haga clic derecho en una capa ráster y elija «Simular daños…». Cada ejecución aparece aquí, con su progreso y su registro, también después de cerrar QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Under way</source>
        <translation>En curso</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>go on</source>
        <translation>continuar</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsLocator</name>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Add result to project</source>
        <translation>Añadir el resultado al proyecto</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Foreshock jobs</source>
        <translation>Trabajos de Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Zoom to</source>
        <translation>Zoom a</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsPanel</name>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Foreshock jobs</source>
        <translation>Trabajos de Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>It was moved or deleted. “Duplicate…” makes another one.</source>
        <translation>Se ha movido o eliminado. «Duplicar…» crea otro.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove this job and its log from the list?</source>
        <translation>¿Quitar de la lista este trabajo y su registro?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove {count} jobs and their logs from the list?</source>
        <translation>¿Quitar de la lista {count} trabajos y sus registros?</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Results stay where they are. A job that was removed cannot be retried.</source>
        <translation>Los resultados se quedan donde están. Un trabajo que se ha quitado no se puede reintentar.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Simulate on the layer anew.</source>
        <translation>Simule de nuevo sobre la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The diagnostics are on the clipboard. They hold no passwords.</source>
        <translation>El diagnóstico está en el portapapeles. No contiene contraseñas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The log cannot be read: {reason}.</source>
        <translation>No se puede leer el registro: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The result is not there any more: {path}</source>
        <translation>El resultado ya no está ahí: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>“{job}” is not in the journal any more.</source>
        <translation>«{job}» ya no está en el diario.</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsWords</name>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>1 job</source>
        <translation>1 trabajo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>All tiles are at the broker. The next worker that is free takes them.</source>
        <translation>Todas las teselas están en el bróker. El próximo nodo de cálculo libre las recibe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Called off</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>It was under way when QGIS ended. “Go on” connects and fetches what has come since.</source>
        <translation>Estaba en curso cuando se cerró QGIS. «Continuar» se conecta y recoge lo que haya llegado desde entonces.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Nothing is lost. “Go on” sends what is missing.</source>
        <translation>No se ha perdido nada. «Continuar» envía lo que falta.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Processing or another QGIS sent it, and gets its result. If neither runs any more, “Collect results” in the toolbox fetches it.</source>
        <translation>Lo ha enviado un algoritmo de Procesos u otro QGIS, que recibe su resultado. Si ya no se ejecuta ninguno de los dos, «Recopilar resultados», en la caja de herramientas, lo recoge.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>To be fetched</source>
        <translation>Por recoger</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Under way elsewhere</source>
        <translation>En curso en otro lugar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Waiting for a worker</source>
        <translation>Esperando un nodo de cálculo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers tell of each step. If the one that has this tile has died, the broker gives the tile to another one by itself.</source>
        <translation>Los nodos de cálculo informan de cada paso. Si el que tiene esta tesela ha dejado de funcionar, el bróker se la da automáticamente a otro.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers: {names}</source>
        <translation>Nodos de cálculo: {names}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Writing the result</source>
        <translation>Escribiendo el resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>bulk</source>
        <translation>masivo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>interactive</source>
        <translation>interactivo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>silent for {time}</source>
        <translation>sin señal desde hace {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} jobs</source>
        <translation>{count} trabajos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} stopped or to be fetched</source>
        <translation>detenidos o por recoger: {count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} under way</source>
        <translation>en curso: {count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{done} of {tiles}</source>
        <translation>{done} de {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count})</source>
        <translation>{name} ({index} de {count})</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count}: {label})</source>
        <translation>{name} ({index} de {count}: {label})</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %, about {time} left</source>
        <translation>{percent} %, quedan aprox. {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{time} ago</source>
        <translation>hace {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{width} × {height} px, model {model}, {steps} steps, seed {seed}</source>
        <translation>{width} × {height} px, modelo {model}, {steps} pasos, semilla {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>“{instruction}”</source>
        <translation>«{instruction}»</translation>
    </message>
</context>
<context>
    <name>ForeshockJournal</name>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Check its permissions.</source>
        <translation>Compruebe sus permisos.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Delete its folder.</source>
        <translation>Elimine su carpeta.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el archivo de diario {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} is damaged: {reason}.</source>
        <translation>El archivo de diario {path} está dañado: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockLayer</name>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>A GeoTIFF cannot hold this layer's coordinate reference system.</source>
        <translation>Un GeoTIFF no puede contener el sistema de referencia de coordenadas de esta capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose a layer with a picture.</source>
        <translation>Elija una capa con imagen.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose one of its sublayers.</source>
        <translation>Elija una de sus subcapas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it first (Raster → Conversion → PCT to RGB).</source>
        <translation>Conviértalo antes (Ráster → Conversión → PCT a RGB).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to 8- or 16-bit whole numbers or to floating point first.</source>
        <translation>Conviértalo antes a números enteros de 8 o 16 bits o a coma flotante.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first (Raster → Conversion → Translate).</source>
        <translation>Conviértalo antes a RGB (Ráster → Conversión → Traducir (convertir formato)).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first.</source>
        <translation>Conviértalo antes a RGB.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to one type first (Raster → Conversion → Translate).</source>
        <translation>Conviértalo antes a un solo tipo (Ráster → Conversión → Traducir (convertir formato)).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Each band of this raster has a mask of its own; a GeoTIFF holds one for all.</source>
        <translation>Cada banda de este ráster tiene su propia máscara; un GeoTIFF contiene una sola para todas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it anew (Layer → Georeferencer).</source>
        <translation>Vuelva a georreferenciarlo (Capa → Georreferenciador).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it first (Layer → Georeferencer).</source>
        <translation>Georreferéncielo antes (Capa → Georreferenciador).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it a nodata value first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>Asígnele antes un valor sin datos (Ráster → Proyecciones → Combar (reproyectar), «Valor de sin datos para las bandas de salida»).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it one first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>Asígnele antes uno (Ráster → Proyecciones → Combar (reproyectar), «Valor de sin datos para las bandas de salida»).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Repair its source first.</source>
        <translation>Repare antes su fuente de datos.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Samples of type {kind} are not supported.</source>
        <translation>No se admiten valores de píxel de tipo {kind}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>Guarde antes el área como GeoTIFF (Exportar → Guardar como).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Scale it to 8 bit first (Raster → Conversion → Translate).</source>
        <translation>Escálelo antes a 8 bits (Ráster → Conversión → Traducir (convertir formato)).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>Establézcalo antes (Capa → Establecer SRC de la capa(s)).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Set the right one first (Layer → Set CRS of Layer).</source>
        <translation>Establezca antes el correcto (Capa → Establecer SRC de la capa(s)).</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation>Imágenes sintéticas: no una observación</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster are no red, green and blue (CMYK, HLS or YCbCr).</source>
        <translation>Las bandas de este ráster no son rojo, verde y azul (CMYK, HLS o YCbCr).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different nodata values; a GeoTIFF holds one for all.</source>
        <translation>Las bandas de este ráster tienen valores sin datos distintos; un GeoTIFF contiene uno solo para todas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different sample types.</source>
        <translation>Las bandas de este ráster tienen tipos de datos distintos.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The colours of this raster are {space}.</source>
        <translation>Los colores de este ráster son {space}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The geotransform of this raster gives its pixels no place on the ground.</source>
        <translation>La geotransformación de este ráster no sitúa sus píxeles en el terreno.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The samples of this raster have {bits} bit each, too few to be edited.</source>
        <translation>Los valores de píxel de este ráster tienen {bits} bits cada uno: muy pocos para editarlos.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer cannot be read.</source>
        <translation>Esta capa no se puede leer.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>Esta capa no tiene sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer is drawn by a service, so its own pixels are not at hand.</source>
        <translation>Esta capa la dibuja un servicio, por lo que sus propios píxeles no están disponibles.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer's coordinate reference system cannot be sent.</source>
        <translation>No se puede enviar el sistema de referencia de coordenadas de esta capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer's coordinate reference system is geographic, but its coordinates are no degrees.</source>
        <translation>El sistema de referencia de coordenadas de esta capa es geográfico, pero sus coordenadas no son grados.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has ground control points or sensor coefficients (RPC), but no geotransform.</source>
        <translation>Este ráster tiene puntos de control sobre el terreno o coeficientes del sensor (RPC), pero no geotransformación.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no band.</source>
        <translation>Este ráster no tiene ninguna banda.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no geotransform, so its pixels have no place on the ground.</source>
        <translation>Este ráster no tiene geotransformación, por lo que sus píxeles no se sitúan en el terreno.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has nothing but an alpha band.</source>
        <translation>Este ráster no tiene más que una banda alfa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster is rotated against its coordinate system.</source>
        <translation>Este ráster está rotado respecto a su sistema de coordenadas.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster stores palette numbers, not colours.</source>
        <translation>Este ráster almacena índices de paleta, no colores.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Warp it first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>Reproyéctelo antes (Ráster → Proyecciones → Combar (reproyectar)) y simule sobre el resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Warp it to another first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>Reproyéctela antes a otro (Ráster → Proyecciones → Combar (reproyectar)) y simule sobre el resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>“{instruction}”
{notice}.</source>
        <translation>«{instruction}»
{notice}.</translation>
    </message>
</context>
<context>
    <name>ForeshockLayout</name>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>After: {what}</source>
        <translation>Después: {what}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before (SIMULATED)</source>
        <translation>Antes (SIMULADO)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed: {area}</source>
        <translation>Cambiado: {area}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Computed: {time} UTC</source>
        <translation>Calculado: {time} UTC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Install the plugin anew.</source>
        <translation>Vuelva a instalar el complemento.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Instruction: “{words}”</source>
        <translation>Instrucción: «{words}»</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Made from: {layer}</source>
        <translation>Creado a partir de: {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Model: {model} ({digest}), seed {seed}, {steps} steps</source>
        <translation>Modelo: {model} ({digest}), semilla {seed}, {steps} pasos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>QGIS cannot read the template {path}.</source>
        <translation>QGIS no puede leer la plantilla {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED · Synthetic imagery: a computed scenario, not an observation.</source>
        <translation>SIMULADO · Imágenes sintéticas: un escenario calculado, no una observación.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The project takes no layout named “{name}”.</source>
        <translation>El proyecto no admite ninguna composición llamada «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The template {path} has no item “{name}”.</source>
        <translation>La plantilla {path} no tiene ningún elemento «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>{layer}: before and after</source>
        <translation>{layer}: antes y después</translation>
    </message>
</context>
<context>
    <name>ForeshockLocal</name>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Check program, model and threads in the connection settings; the program may be of another version.</source>
        <translation>Compruebe el programa, el modelo y los hilos en la configuración de la conexión; el programa puede ser de otra versión.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose another model folder in the connection settings.</source>
        <translation>Elija otra carpeta de modelo en la configuración de la conexión.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose the program “foreshock” in the connection settings.</source>
        <translation>Elija el programa «foreshock» en la configuración de la conexión.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is not started again by itself: free memory, or choose fewer threads or a smaller model, and run again.</source>
        <translation>No se inicia de nuevo automáticamente: libere memoria, o elija menos hilos o un modelo más pequeño, y ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is started again; nothing is lost.</source>
        <translation>Se inicia de nuevo; no se ha perdido nada.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Plugin and program may be of different versions.</source>
        <translation>El complemento y el programa pueden ser de versiones distintas.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The local program does not speak as expected: {words}</source>
        <translation>El programa local no habla como se esperaba: {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The model on this computer cannot be loaded: {words}</source>
        <translation>No se puede cargar el modelo en este equipo: {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended by signal {number}: {words}</source>
        <translation>El programa de este equipo terminó por la señal {number}: {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended with code {number}: {words}</source>
        <translation>El programa de este equipo terminó con el código {number}: {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer refuses its settings: {words}</source>
        <translation>El programa de este equipo rechaza su configuración: {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program {path} cannot be started: {reason}.</source>
        <translation>No se puede iniciar el programa {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>What the local program says cannot be taken: {reason}.</source>
        <translation>No se puede admitir lo que dice el programa local: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>it said nothing</source>
        <translation>no dijo nada</translation>
    </message>
</context>
<context>
    <name>ForeshockLogKeeper</name>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>QGIS ends, or the plugin is switched off: it goes on later</source>
        <translation>QGIS se cierra o el complemento se desactiva: continúa más tarde</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[error codes: {codes}]</source>
        <translation>[códigos de error: {codes}]</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[workers: {workers}]</source>
        <translation>[nodos de cálculo: {workers}]</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>all tiles are sent</source>
        <translation>se han enviado todas las teselas</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>begins: {tiles} tiles, {lane}, {place}; model {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation>empieza: {tiles} teselas, {lane}, {place}; modelo {model} ({digest}), {steps} pasos, semilla {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>called off by the user</source>
        <translation>cancelado por el usuario</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connected to {place}</source>
        <translation>conexión establecida con {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connection ({state}): {reason}</source>
        <translation>conexión ({state}): {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>done: the result is written; {cached} of {tiles} tiles came from the cache</source>
        <translation>terminado: el resultado se ha escrito; {cached} de {tiles} teselas procedían de la caché</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>failed: {reason}</source>
        <translation>fallido: {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>goes on: {tiles} tiles, {lane}, {place}</source>
        <translation>continúa: {tiles} teselas, {lane}, {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later</source>
        <translation>detenido, puede continuar más tarde</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later: {reason}</source>
        <translation>detenido, puede continuar más tarde: {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile} begins once more, on {worker}</source>
        <translation>la tesela {tile} empieza otra vez, en {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: called off on {worker}</source>
        <translation>tesela {tile}: cancelada en {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: computed by {worker} in {seconds} s</source>
        <translation>tesela {tile}: calculada por {worker} en {seconds} s</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: failed on {worker}: {reason} ({code})</source>
        <translation>tesela {tile}: fallida en {worker}: {reason} ({code})</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: from the cache, by {worker}</source>
        <translation>tesela {tile}: de la caché, por {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>worker {worker} takes part</source>
        <translation>participa el nodo de cálculo {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>{count} of {tiles} tiles are there already</source>
        <translation>{count} de {tiles} teselas ya han llegado</translation>
    </message>
</context>
<context>
    <name>ForeshockLogWindow</name>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Log: {job}</source>
        <translation>Registro: {job}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Nothing was noted for this job. Processing keeps a log of its own.</source>
        <translation>No se ha anotado nada de este trabajo. Procesos lleva su propio registro.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Times are UTC. The log holds no passwords.</source>
        <translation>Las horas son UTC. El registro no contiene contraseñas.</translation>
    </message>
</context>
<context>
    <name>ForeshockMask</name>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>Draw the area again.</source>
        <translation>Vuelva a dibujar el área.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask cannot be drawn: {reason}.</source>
        <translation>No se puede dibujar la máscara: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline cannot be read.</source>
        <translation>No se puede leer el contorno de la máscara.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline crosses itself.</source>
        <translation>El contorno de la máscara se cruza a sí mismo.</translation>
    </message>
</context>
<context>
    <name>ForeshockMessages</name>
    <message>
        <location filename="../foreshock/core/messages.py"/>
        <source>a tile's message has {size} bytes; choose a model with smaller tiles</source>
        <translation>el mensaje de una tesela tiene {size} bytes; elija un modelo con teselas más pequeñas</translation>
    </message>
</context>
<context>
    <name>ForeshockModelPanel</name>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Another seed gives another picture of the same scenario</source>
        <translation>Otra semilla da otra imagen del mismo escenario</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>How much is drawn anew; with less, more of what is there shows through</source>
        <translation>Cuánto se dibuja de nuevo; con menos, se trasluce más de lo que hay</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Licence: {name}</source>
        <translation>Licencia: {name}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model, seed, example</source>
        <translation>Modelo, semilla, ejemplo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>The same scenario with so many seeds, one after another</source>
        <translation>El mismo escenario con ese número de semillas, una tras otra</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>no commercial use</source>
        <translation>sin uso comercial</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>not accepted by the operator, so jobs are refused</source>
        <translation>no aceptada por el operador; por eso se rechazan los trabajos</translation>
    </message>
</context>
<context>
    <name>ForeshockNames</name>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source> — SIMULATED</source>
        <translation> — SIMULADO</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source>{layer}: {scenario}</source>
        <translation>{layer}: {scenario}</translation>
    </message>
</context>
<context>
    <name>ForeshockOutcomeImage</name>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>A worker sent an image that cannot be used: {fact}.</source>
        <translation>Un nodo de cálculo ha enviado una imagen que no se puede usar: {fact}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>Avise al operador de la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it has {width} × {height} px and {bands} bands, not {side} × {side} and 4</source>
        <translation>tiene {width} × {height} px y {bands} bandas, no {side} × {side} y 4</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it is no GeoTIFF</source>
        <translation>no es un GeoTIFF</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it lies elsewhere than its tile</source>
        <translation>no está en el lugar de su tesela</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its data are damaged</source>
        <translation>sus datos están dañados</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its samples are not 8 bit</source>
        <translation>sus valores de píxel no son de 8 bits</translation>
    </message>
</context>
<context>
    <name>ForeshockPair</name>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose another raster.</source>
        <translation>Elija otro ráster.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation>Elija el ráster del que procede el resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Complex numbers cannot be compared.</source>
        <translation>No se pueden comparar números complejos.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The result does not lie inside the source raster.</source>
        <translation>El resultado no queda dentro del ráster de origen.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters do not share one pixel grid.</source>
        <translation>Los dos rásteres no comparten la misma cuadrícula de píxeles.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters have not the same bands.</source>
        <translation>Los dos rásteres no tienen las mismas bandas.</translation>
    </message>
</context>
<context>
    <name>ForeshockPlausibility</name>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose the one that was written beside it.</source>
        <translation>Elija la que se escribió junto a él.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>No water level can be told: the change has no shore on known ground.</source>
        <translation>No se puede determinar el nivel del agua: el cambio no tiene línea de costa sobre terreno conocido.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, every pixel is the source's, bit for bit.</source>
        <translation>Fuera de la máscara, cada píxel es el de la fuente, bit a bit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, where nothing may change, {share} of the pixels differ from the source.</source>
        <translation>Píxeles que difieren de la fuente fuera de la máscara, donde nada debe cambiar: {share}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Taken as water, the change has its level at {level} m.</source>
        <translation>Tomado como agua, el cambio tiene su nivel a {level} m.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} cannot be opened.</source>
        <translation>No se puede abrir la huella de cambios {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} does not lie on the result.</source>
        <translation>La huella de cambios {path} no está sobre el resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The mask allowed change everywhere.</source>
        <translation>La máscara permitía cambios en todas partes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>There was no mask: change was allowed everywhere.</source>
        <translation>No había máscara: se permitían cambios en todas partes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene has moved by {shift} px (tiles: {tiles}).</source>
        <translation>Lo que queda de la escena se ha movido {shift} px (teselas: {tiles}).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene lies where it was: shifted by {shift} px (tiles: {tiles}).</source>
        <translation>Lo que queda de la escena está donde estaba: desplazamiento de {shift} px (teselas: {tiles}).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Whether the content has moved cannot be told: too little of the old texture is left.</source>
        <translation>No se puede determinar si el contenido se ha movido: queda muy poco de la textura original.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>less than {value} %</source>
        <translation>menos del {value} %</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the pixels differ from the source.</source>
        <translation>Píxeles que difieren de la fuente: {share}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the unchanged ground at its edge lies more than {tolerance} m below: water would run there, unless it is a river or a lake.</source>
        <translation>Terreno sin cambios en su borde más de {tolerance} m por debajo: {share}; ahí correría el agua, salvo que sea un río o un lago.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the water stands more than {tolerance} m above its level.</source>
        <translation>Agua más de {tolerance} m por encima de su nivel: {share}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
</context>
<context>
    <name>ForeshockPresets</name>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Earthquake</source>
        <translation>Terremoto</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Flood</source>
        <translation>Inundación</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Hurricane or tornado</source>
        <translation>Huracán o tornado</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Landslide</source>
        <translation>Deslizamiento de tierra</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>No damage</source>
        <translation>Sin daños</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Snow</source>
        <translation>Nieve</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Tsunami</source>
        <translation>Tsunami</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Volcanic ash</source>
        <translation>Ceniza volcánica</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Wildfire</source>
        <translation>Incendio forestal</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>door sills (1 m)</source>
        <translation>umbrales (1 m)</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>eaves (3 m)</source>
        <translation>aleros (3 m)</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>mild</source>
        <translation>leve</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>moderate</source>
        <translation>moderado</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>severe</source>
        <translation>grave</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>shallow (0.3 m)</source>
        <translation>poco profunda (0,3 m)</translation>
    </message>
</context>
<context>
    <name>ForeshockProbe</name>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Allow its execution in its properties.</source>
        <translation>Permita su ejecución en sus propiedades.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Broker: {address}, login by {login}, way: {way}</source>
        <translation>Bróker: {address}, autenticación por {login}, vía: {way}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>Elija el programa «foreshock» (en Windows, «foreshock.exe»).</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”.</source>
        <translation>Elija el programa «foreshock».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”; if this is it, install it anew.</source>
        <translation>Elija el programa «foreshock»; si es este, vuelva a instalarlo.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Login</source>
        <translation>Autenticación</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Queues and permissions</source>
        <translation>Colas y permisos</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>There is no file “{path}”.</source>
        <translation>No existe el archivo «{path}».</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>This computer: {program}, model {model}</source>
        <translation>Este equipo: {program}, modelo {model}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Virtual host</source>
        <translation>Host virtual</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Worker</source>
        <translation>Nodo de cálculo</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>all that a client needs</source>
        <translation>todo lo que necesita un cliente</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by certificate</source>
        <translation>como {user}, con certificado</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by password</source>
        <translation>como {user}, con contraseña</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>certificate</source>
        <translation>certificado</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>directly</source>
        <translation>directa</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>it says nothing</source>
        <translation>no dice nada</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>no model</source>
        <translation>ningún modelo</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>not tried</source>
        <translation>no probado</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>of the program</source>
        <translation>del programa</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>password</source>
        <translation>contraseña</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{host} is {address}</source>
        <translation>{host} es {address}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{models}, version {version}</source>
        <translation>{models}, versión {version}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence})</source>
        <translation>{model} ({licence})</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence}, not accepted)</source>
        <translation>{model} ({licence}, no aceptada)</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} does not say its version.</source>
        <translation>{path} no indica su versión.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not Foreshock, or does not run here: {reason}.</source>
        <translation>{path} no es Foreshock o no se ejecuta aquí: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not a program that may be run.</source>
        <translation>{path} no es un programa que se pueda ejecutar.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{port} answers</source>
        <translation>{port} responde</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{proxy} opens the way to {place}</source>
        <translation>{proxy} abre el camino a {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{time} ms from question to answer</source>
        <translation>{time} ms entre pregunta y respuesta</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{version}, certificate {certificate}</source>
        <translation>{version}, certificado {certificate}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{vhost} is open</source>
        <translation>{vhost} está abierto</translation>
    </message>
</context>
<context>
    <name>ForeshockProcessing</name>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>A number speaks against the result</source>
        <translation>Un número pone en duda el resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>A pixel is {gsd} m here; {model} was made for {low} to {high} m. Expect poor results.</source>
        <translation>Un píxel mide aquí {gsd} m; {model} se hizo para tamaños de {low} a {high} m. Cabe esperar malos resultados.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>A row for each value of this field</source>
        <translation>Una fila por cada valor de este campo</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Add the results to the project</source>
        <translation>Añadir los resultados al proyecto</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features</source>
        <translation>Objetos afectados</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features by value</source>
        <translation>Objetos afectados por valor</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected from this share of a feature, % (0: any part)</source>
        <translation>Afectado a partir de esta proporción de un objeto, en % (0: cualquier parte)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>After (the result)</source>
        <translation>Después (el resultado)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>All of its number</source>
        <translation>Su número completo</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>An affected feature adds</source>
        <translation>Lo que suma un objeto afectado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Area (if not set: the whole layer)</source>
        <translation>Área (si no se indica: toda la capa)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Area inside, m²</source>
        <translation>Área interior, m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Area of what changed, m²</source>
        <translation>Área de lo que ha cambiado, m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Area {id}: {status}. {reason}</source>
        <translation>Área {id}: {status}. {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas (each feature is a request)</source>
        <translation>Áreas (cada objeto es una solicitud)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas that became no request</source>
        <translation>Áreas sin solicitud</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas with a result</source>
        <translation>Áreas con resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas without a result</source>
        <translation>Áreas sin resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Ask the operator.</source>
        <translation>Pregunte al operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Broker (if not set: the plugin's)</source>
        <translation>Bróker (si no se indica: el del complemento)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that are under way</source>
        <translation>Cancela simulaciones en curso</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that were submitted before. Workers drop the tiles that wait, and stop those that they compute. Requests of a QGIS that is running end there as soon as the fleet has answered.</source>
        <translation>Cancela simulaciones enviadas con anterioridad. Los nodos de cálculo descartan las teselas en espera y detienen las que están calculando. Las solicitudes de un QGIS en ejecución terminan allí en cuanto la flota ha respondido.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Cancel simulations</source>
        <translation>Cancelar simulaciones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Change footprint, or other polygons</source>
        <translation>Huella de cambios u otros polígonos</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Change only inside these polygons</source>
        <translation>Cambiar solo dentro de estos polígonos</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed pixels outside the mask</source>
        <translation>Píxeles cambiados fuera de la máscara</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share of the pixels, 0 to 1</source>
        <translation>Proporción cambiada de los píxeles, de 0 a 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Changed share of the tiles, 0 to 1</source>
        <translation>Proporción cambiada de las teselas, de 0 a 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share outside the mask, 0 to 1</source>
        <translation>Proporción cambiada fuera de la máscara, de 0 a 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Check its name and path.</source>
        <translation>Compruebe su nombre y su ruta.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Check the plausibility of a simulation</source>
        <translation>Comprobar la verosimilitud de una simulación</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Choose a file for HTML, for PDF, or for both.</source>
        <translation>Elija un archivo para HTML, para PDF o para ambos.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Choose a layer with polygons.</source>
        <translation>Elija una capa con polígonos.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Choose a name that does.</source>
        <translation>Elija un nombre que termine así.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose a raster that lies in a file.</source>
        <translation>Elija un ráster guardado en un archivo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose an area on the raster.</source>
        <translation>Elija un área sobre el ráster.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>Elija otro modelo o pregunte al operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG) instead.</source>
        <translation>Elija en su lugar credenciales (AUTHCFG).</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG), or name the address with its password in {variable}.</source>
        <translation>Elija credenciales (AUTHCFG) o indique la dirección con su contraseña en {variable}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Collect results</source>
        <translation>Recopilar resultados</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Compares a simulated layer with the raster it was made from, pixel by pixel.

Change outside the mask: the share of pixels outside the polygons that differ from the source; it has to be 0. Without polygons, those of the request are taken, from the provenance file beside the result.

Alignment: how far what is left of the scene is shifted against the source, in pixels, by phase correlation of edges in tiles of the changed region. It is left out where too little of the old texture is left to tell.

Water level: for floods, with an elevation raster in metres (any coordinate system). Each connected piece of the change is taken as water; its level is the height that 95 % of its shore do not exceed. Two shares speak against it: water that stands above its own level, and unchanged ground at its edge below that level, where water would run. Differences up to the tolerance are let pass, which should be the height error of the elevation raster, and islands up to 1,000 m²: roofs and tree crowns. Rivers and lakes do not change, so name them, else they count as ground. A river falls along its course, so long pieces along one may exceed the tolerance.</source>
        <translation>Compara una capa simulada con el ráster del que procede, píxel a píxel.

Cambios fuera de la máscara: la proporción de píxeles fuera de los polígonos que difieren de la fuente; tiene que ser 0. Sin polígonos, se toman los de la solicitud, del archivo de procedencia que está junto al resultado.

Alineación: cuánto se ha desplazado lo que queda de la escena respecto a la fuente, en píxeles, por correlación de fase de los bordes en teselas de la región cambiada. Se omite donde queda demasiado poco de la textura original para determinarlo.

Nivel del agua: para inundaciones, con un ráster de elevación en metros (en cualquier sistema de coordenadas). Cada pieza conexa del cambio se toma como agua; su nivel es la altura que no supera el 95 % de su línea de costa. Dos proporciones lo ponen en duda: el agua que está por encima de su propio nivel, y el terreno sin cambios en su borde por debajo de ese nivel, adonde correría el agua. Se admiten diferencias hasta la tolerancia, que debe ser el error de altura del ráster de elevación, e islas de hasta 1000 m²: tejados y copas de árboles. Los ríos y lagos no cambian, así que indíquelos; si no, cuentan como terreno. Un río desciende a lo largo de su curso, por lo que las piezas largas que siguen uno pueden superar la tolerancia.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Computes the hashes of a simulated layer anew and compares them, and its tags and place, with the provenance file that was written beside it (NAME.provenance.json). If the raster it was made from is given, its pixels are compared, too. One pixel, one tag or one word that was changed since is found.

A hash is no signature: it finds what was changed by accident or without care, not a forger who writes both files anew. Whoever has to rely on it keeps the provenance file's hash (its last line) in another place.</source>
        <translation>Vuelve a calcular los hashes de una capa simulada y los compara, junto con sus etiquetas y su posición, con el archivo de procedencia que se escribió a su lado (NOMBRE.provenance.json). Si se indica el ráster del que procede, también se comparan sus píxeles. Se detecta cualquier píxel, etiqueta o palabra que haya cambiado desde entonces.

Un hash no es una firma: detecta lo que se cambió por accidente o descuido, no a un falsificador que escriba de nuevo ambos archivos. Quien tenga que confiar en ello debe guardar el hash del archivo de procedencia (su última línea) en otro lugar.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer (buildings, roads, fields) that lie inside the change footprint of a result, or inside the polygons of any other layer: how many of how many, the length of lines and the area of polygons that is inside, and the affected share of each feature.

With a threshold, a feature counts only if at least so much of it is inside. With a field, the table has a row for each of its values, else one for all. A field of numbers (residents) can be added up over the affected features: all of it, or in proportion to the affected share.

Lengths and areas are those on the ellipsoid of the project, or on WGS 84. Any coordinate reference systems do. Invalid geometries are repaired before they are measured; how many, and how many could not be, is said.

What is affected by a simulated scenario is no observation: layer and table say so in a field.</source>
        <translation>Cuenta y mide los objetos de una capa (edificios, carreteras, campos) que quedan dentro de la huella de cambios de un resultado, o dentro de los polígonos de cualquier otra capa: cuántos de cuántos, la longitud de líneas y el área de polígonos que queda dentro, y la proporción afectada de cada objeto.

Con un umbral, un objeto solo cuenta si al menos esa proporción queda dentro. Con un campo, la tabla tiene una fila por cada uno de sus valores; si no, una para todos. Un campo numérico (habitantes) se puede sumar sobre los objetos afectados: completo o en proporción a la parte afectada.

Las longitudes y áreas son las del elipsoide del proyecto o, si no tiene, las de WGS 84. Sirve cualquier sistema de referencia de coordenadas. Las geometrías no válidas se corrigen antes de medirlas; se indica cuántas eran y cuántas no pudieron corregirse.

Lo afectado por un escenario simulado no es una observación: la capa y la tabla lo indican en un campo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer that a change footprint covers</source>
        <translation>Cuenta y mide los objetos de una capa que cubre una huella de cambios</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Credentials stored in QGIS (password or certificate)</source>
        <translation>Credenciales guardadas en QGIS (contraseña o certificado)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference between before and after</source>
        <translation>Diferencia entre antes y después</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <source>Elevation in metres, for floods</source>
        <translation>Elevación en metros, para inundaciones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that could not be measured</source>
        <translation>Objetos que no se pudieron medir</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that were looked at</source>
        <translation>Objetos examinados</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features with a repaired geometry</source>
        <translation>Objetos con geometría corregida</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations of this QGIS profile that were submitted before, or whose program ended before they did.

It waits as long as the time limit says; what is not ready then stays for the next time. When nothing comes, tiles without an answer are sent again: the fleet answers from its cache for those that it had computed. With a time limit of 0 it only takes what is ready, and sends nothing.

Requests of a QGIS that is running are left to it.</source>
        <translation>Recoge los resultados de simulaciones de este perfil de QGIS que se enviaron con anterioridad, o cuyo programa terminó antes que ellas.

Espera mientras lo permita el límite de tiempo; lo que entonces no esté listo queda para la próxima vez. Si no llega nada, las teselas sin respuesta se envían de nuevo: la flota responde desde su caché con las que ya había calculado. Con un límite de tiempo de 0 solo toma lo que está listo y no envía nada.

Las solicitudes de un QGIS en ejecución se dejan a su cargo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations that were submitted before</source>
        <translation>Recoge los resultados de simulaciones enviadas con anterioridad</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Field of numbers to add up</source>
        <translation>Campo numérico que se va a sumar</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Field that says what happens</source>
        <translation>Campo que indica qué ocurre</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Findings in words</source>
        <translation>Hallazgos en texto</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/provider.py"/>
        <source>Foreshock: damage scenarios on imagery</source>
        <translation>Foreshock: escenarios de daños sobre imágenes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Give its address (URL), or set it in the plugin: right-click a raster layer, “Simulate damage…”.</source>
        <translation>Indique su dirección (URL) o configúrela en el complemento: clic derecho en una capa ráster, «Simular daños…».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Gives |after − before| for each pixel: the largest over the bands that are shown as red, green and blue, in the unit of the samples. Where one of the two has no data, the difference has none.

Both rasters lie on one pixel grid: a result and the raster that it was made from do. A layer of a map service has no samples of its own, so there is nothing to compare with.</source>
        <translation>Da |después − antes| para cada píxel: el máximo de las bandas que se muestran como rojo, verde y azul, en la unidad de los valores de píxel. Donde uno de los dos no tiene datos, la diferencia tampoco los tiene.

Ambos rásteres comparten la misma cuadrícula de píxeles, como un resultado y el ráster del que procede. Una capa de un servicio de mapas no tiene valores de píxel propios, así que no hay con qué comparar.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>HTML page</source>
        <translation>Página HTML</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands a damage scenario to the fleet, and ends as soon as the broker has all tiles. With areas, each of their features is a request of its own, with its outline as the mask.

The requests stay in the journal of this QGIS profile. “Collect results” fetches the results, in this QGIS or another program with the same profile, within a day. Results go to the output folder given here, unless “Collect results” is given another one.</source>
        <translation>Entrega un escenario de daños a la flota de cálculo y termina en cuanto el bróker tiene todas las teselas. Con áreas, cada uno de sus objetos es una solicitud propia, con su contorno como máscara.

Las solicitudes permanecen en el diario de este perfil de QGIS. «Recopilar resultados» recoge los resultados, en este QGIS o en otro programa con el mismo perfil, en el plazo de un día. Los resultados van a la carpeta de salida indicada aquí, salvo que se indique otra en «Recopilar resultados».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands damage scenarios to the fleet without waiting for the results</source>
        <translation>Entrega escenarios de daños a la flota de cálculo sin esperar los resultados</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Hash of the provenance file</source>
        <translation>Hash del archivo de procedencia</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Height error of the elevation, metres</source>
        <translation>Error de altura de la elevación, metros</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>How clear the shift is (best over next match)</source>
        <translation>Claridad del desplazamiento (mejor coincidencia frente a la siguiente)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>How much a simulation changed each pixel</source>
        <translation>Cuánto ha cambiado cada píxel con una simulación</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>Ids look like 0190b5a2-7c3e-7f00-8000-0123456789ab; give several separated by commas.</source>
        <translation>Los identificadores son como 0190b5a2-7c3e-7f00-8000-0123456789ab; indique varios separados por comas.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>In proportion to its affected share</source>
        <translation>En proporción a su parte afectada</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Index of the simulations</source>
        <translation>Índice de las simulaciones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction</source>
        <translation>Instrucción</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction: {text}</source>
        <translation>Instrucción: {text}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Is the disk full?</source>
        <translation>¿Está lleno el disco?</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>It has: {names}.</source>
        <translation>Tiene: {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Largest difference</source>
        <translation>Diferencia máxima</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Layer it was made from (if not set: the project's)</source>
        <translation>Capa de la que procede (si no se indica: la del proyecto)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Length inside, m</source>
        <translation>Longitud interior, m</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Level of the largest piece of water, metres</source>
        <translation>Nivel de la mayor pieza de agua, metros</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Look only at features that touch this extent (if not set: at all)</source>
        <translation>Examinar solo objetos que toquen esta extensión (si no se indica: todos)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Made from “{layer}”</source>
        <translation>Creado a partir de «{layer}»</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer</source>
        <translation>Crea un escenario de daños para cada polígono de una capa</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer, on the raster's own pixel grid. The polygon's outline is the mask: outside, the result is the source, bit for bit.

What happens is what the feature's field says, else what the expression gives (for example 'flood the ' || "name"), else the chosen scenario.

Results are GeoTIFF files in the output folder. The index has a row for each feature: its id, the instruction, the request's id, the file, how it ended, and why. One area that fails stops no other. What the time limit cuts off is “waiting”; “Collect results” takes it up.</source>
        <translation>Crea un escenario de daños para cada polígono de una capa, en la cuadrícula de píxeles del propio ráster. El contorno del polígono es la máscara: fuera de él, el resultado es la fuente, bit a bit.

Ocurre lo que dice el campo del objeto; si no dice nada, lo que da la expresión (por ejemplo, 'inundar ' || "nombre"); y si no, el escenario elegido.

Los resultados son archivos GeoTIFF en la carpeta de salida. El índice tiene una fila por objeto: su identificador, la instrucción, el identificador de la solicitud, el archivo, cómo terminó y por qué. Si falla un área, las demás continúan. Lo que el límite de tiempo interrumpe queda «en espera»; «Recopilar resultados» lo retoma.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer, on its own pixel grid</source>
        <translation>Crea un escenario de daños a partir de una capa ráster, en su propia cuadrícula de píxeles</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer: say what shall happen in your own words, or choose a scenario and its severity (own words win where both are given).

The result has the pixel grid, the sample type and all bands of the source. Outside the mask, and wherever the model changes nothing, it is the source, bit for bit. It is marked as simulated in its name, its metadata and its file. The outlines of what changed lie beside it (FOOTPRINT, GeoJSON).

The work is done by your fleet of Foreshock workers. If the broker is away for a while, the algorithm waits. If the time limit ends, the request stays: “Collect results” takes it up by its JOB_ID.

Without windows, name the broker by URL, or with its password in the environment variable {variable}. Credentials (AUTHCFG) need the master password there, in a file that QGIS_AUTH_PASSWORD_FILE names.</source>
        <translation>Crea un escenario de daños a partir de una capa ráster: diga con sus propias palabras qué debe ocurrir, o elija un escenario y su gravedad (si se dan ambos, prevalece el texto propio).

El resultado tiene la cuadrícula de píxeles, el tipo de datos y todas las bandas de la fuente. Fuera de la máscara, y allí donde el modelo no cambia nada, es la fuente, bit a bit. Se marca como simulado en su nombre, sus metadatos y su archivo. Los contornos de lo que ha cambiado quedan junto a él (FOOTPRINT, GeoJSON).

El trabajo lo hace su flota de nodos de cálculo Foreshock. Si el bróker no está disponible durante un tiempo, el algoritmo espera. Si vence el límite de tiempo, la solicitud permanece: «Recopilar resultados» la retoma por su JOB_ID.

Sin ventanas, indique el bróker por URL o, con su contraseña, en la variable de entorno {variable}. Las credenciales (AUTHCFG) necesitan allí la contraseña maestra, en un archivo indicado en QGIS_AUTH_PASSWORD_FILE.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Measures what changed outside the mask, whether content has moved, whether water lies uphill</source>
        <translation>Mide qué ha cambiado fuera de la máscara, si el contenido se ha movido y si hay agua cuesta arriba</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Model (if not set: the fleet's first)</source>
        <translation>Modelo (si no se indica: el primero de la flota)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Model: {model} ({digest})</source>
        <translation>Modelo: {model} ({digest})</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Name the file so.</source>
        <translation>Dé ese nombre al archivo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>No broker is set.</source>
        <translation>No hay ningún bróker configurado.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>No page is asked for.</source>
        <translation>No se ha pedido ninguna página.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>No pixel has data in both rasters.</source>
        <translation>Ningún píxel tiene datos en ambos rásteres.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>No request is named.</source>
        <translation>No se ha indicado ninguna solicitud.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Nothing comes; tiles without an answer are sent again.</source>
        <translation>No llega nada; las teselas sin respuesta se envían de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Nothing is lost: “Collect results” takes it up (JOB_IDS {ids}).</source>
        <translation>No se ha perdido nada: «Recopilar resultados» lo retoma (JOB_IDS {ids}).</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Nothing says what shall happen.</source>
        <translation>Nada indica qué debe ocurrir.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Nothing was called off; try again.</source>
        <translation>No se ha cancelado nada; vuelva a intentarlo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Number of results</source>
        <translation>Número de resultados</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>One page about a simulated layer: before, after, what changed, numbers, how it was made</source>
        <translation>Una página sobre una capa simulada: antes, después, qué ha cambiado, cifras, cómo se hizo</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Outlines of what changed, beside the result</source>
        <translation>Contornos de lo que ha cambiado, junto al resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Output folder</source>
        <translation>Carpeta de salida</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Output folder (if not set: QGIS profile)</source>
        <translation>Carpeta de salida (si no se indica: perfil de QGIS)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Output folder (if not set: as submitted)</source>
        <translation>Carpeta de salida (si no se indica: la del envío)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Own words</source>
        <translation>Texto propio</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF page</source>
        <translation>Página PDF</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Pixel size in metres (map services only)</source>
        <translation>Tamaño de píxel en metros (solo servicios de mapas)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Pixels, tags and provenance file agree</source>
        <translation>Píxeles, etiquetas y archivo de procedencia concuerdan</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Plausibility of “{name}”</source>
        <translation>Verosimilitud de «{name}»</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance file (if not set: beside the layer's file)</source>
        <translation>Archivo de procedencia (si no se indica: junto al archivo de la capa)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance of “{name}”</source>
        <translation>Procedencia de «{name}»</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Put words that are the same for all areas between single quotes.</source>
        <translation>Ponga entre comillas simples las palabras que son iguales para todas las áreas.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Raster it was made from</source>
        <translation>Ráster del que procede</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Raster it was made from (if not set: not looked at)</source>
        <translation>Ráster del que procede (si no se indica: no se examina)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Raster layer</source>
        <translation>Capa ráster</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Report of a simulation</source>
        <translation>Informe de una simulación</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Request {job} is over: {state}.</source>
        <translation>La solicitud {job} ha terminado: {state}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Request {job}: “{instruction}” by {model}, {tiles} tile(s)</source>
        <translation>Solicitud {job}: «{instruction}» con {model}, teselas: {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Requested: {when}</source>
        <translation>Solicitado: {when}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that are not ready</source>
        <translation>Solicitudes que no están listas</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that failed</source>
        <translation>Solicitudes fallidas</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests that were called off</source>
        <translation>Solicitudes canceladas</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests with a result</source>
        <translation>Solicitudes con resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Requests, for “Collect results”</source>
        <translation>Solicitudes, para «Recopilar resultados»</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests, with commas (if not set: all)</source>
        <translation>Solicitudes, separadas por comas (si no se indica: todas)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests, with commas between them</source>
        <translation>Solicitudes, separadas por comas</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Rivers and lakes, which are no dry ground</source>
        <translation>Ríos y lagos, que no son terreno seco</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.</source>
        <translation>Indique qué tamaño debe tener un píxel (RESOLUTION), en metros. Hay: {offered}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Say in your own words what shall happen.</source>
        <translation>Diga con sus propias palabras qué debe ocurrir.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Says whether pixels, tags and provenance file of a simulated layer belong together</source>
        <translation>Dice si los píxeles, las etiquetas y el archivo de procedencia de una capa simulada se corresponden</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Scenario, if there are no own words</source>
        <translation>Escenario, si no hay texto propio</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Seconds until the result was written</source>
        <translation>Segundos hasta que se escribió el resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Seed (another one: another picture)</source>
        <translation>Semilla (otra semilla: otra imagen)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Seed: {seed}</source>
        <translation>Semilla: {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>Establézcalo en las propiedades de la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Severity of the scenario</source>
        <translation>Gravedad del escenario</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the dry edge below the level, 0 to 1</source>
        <translation>Proporción del borde seco por debajo del nivel, de 0 a 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the water above its level, 0 to 1</source>
        <translation>Proporción del agua por encima de su nivel, de 0 a 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Shift of the content, pixels</source>
        <translation>Desplazamiento del contenido, píxeles</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulate damage</source>
        <translation>Simular daños</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Simulate damage in many areas</source>
        <translation>Simular daños en muchas áreas</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Simulated layer</source>
        <translation>Capa simulada</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulated scene</source>
        <translation>Escena simulada</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Steps (if not set: the model's number)</source>
        <translation>Pasos (si no se indica: los del modelo)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Strength: how much is drawn anew, above 0 up to 1</source>
        <translation>Intensidad: cuánto se dibuja de nuevo, mayor que 0 y hasta 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Submit simulations</source>
        <translation>Enviar simulaciones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Sum of the numbers</source>
        <translation>Suma de los números</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation>Imágenes sintéticas: no una observación</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Tell how plausible the result is</source>
        <translation>Indicar la verosimilitud del resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The area does not overlap the raster.</source>
        <translation>El área no se solapa con el ráster.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas cannot be opened.</source>
        <translation>No se pueden abrir las áreas.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas have no field “{name}”.</source>
        <translation>Las áreas no tienen el campo «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The broker address holds a password, and QGIS would keep it in the history of Processing.</source>
        <translation>La dirección del bróker contiene una contraseña y QGIS la guardaría en el historial de Procesos.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>The broker does not answer.</source>
        <translation>El bróker no responde.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The elevation layer cannot be opened.</source>
        <translation>No se puede abrir la capa de elevación.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The expression gives nothing here: {reason}.</source>
        <translation>La expresión no da nada aquí: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet does not know the scenario “{name}”.</source>
        <translation>La flota no conoce el escenario «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet has no model “{name}”.</source>
        <translation>La flota no tiene ningún modelo «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet serves no model.</source>
        <translation>La flota no ofrece ningún modelo.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The layer for {name} cannot be opened.</source>
        <translation>No se puede abrir la capa para {name}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The layer that it was made from cannot be opened.</source>
        <translation>No se puede abrir la capa de la que procede.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The operator of the fleet has not accepted the licence of {model}: {licence}.</source>
        <translation>El operador de la flota no ha aceptado la licencia de {model}: {licence}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The output {name} cannot be written.</source>
        <translation>No se puede escribir la salida {name}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The password of the broker is not known.</source>
        <translation>No se conoce la contraseña del bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>The provenance file beside the result was changed; its mask is not used.</source>
        <translation>El archivo de procedencia junto al resultado se ha modificado; no se usa su máscara.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The raster layer cannot be opened.</source>
        <translation>No se puede abrir la capa ráster.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>The result is a GeoTIFF; “{path}” does not end in .tif.</source>
        <translation>El resultado es un GeoTIFF; «{path}» no termina en .tif.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The result would overwrite its source.</source>
        <translation>El resultado sobrescribiría su fuente.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The simulated layer cannot be opened.</source>
        <translation>No se puede abrir la capa simulada.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>There is no area.</source>
        <translation>No hay ningún área.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>They have: {names}.</source>
        <translation>Tienen: {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Tiles that the fleet had computed before</source>
        <translation>Teselas que la flota ya había calculado</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Tiles under way at the same time</source>
        <translation>Teselas en curso al mismo tiempo</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Time limit in seconds</source>
        <translation>Límite de tiempo en segundos</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Time limit in seconds (0: a day)</source>
        <translation>Límite de tiempo en segundos (0: un día)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Time limit in seconds (0: none)</source>
        <translation>Límite de tiempo en segundos (0: ninguno)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Time limit in seconds (0: what is ready)</source>
        <translation>Límite de tiempo en segundos (0: lo que esté listo)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Title (if not set: the layer's name)</source>
        <translation>Título (si no se indica: el nombre de la capa)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Verify a simulated layer</source>
        <translation>Verificar una capa simulada</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What agrees</source>
        <translation>Lo que concuerda</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What does not agree, a line each</source>
        <translation>Lo que no concuerda, una línea por cada punto</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>What happens, as an expression</source>
        <translation>Qué ocurre, como expresión</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>What happens, in your own words</source>
        <translation>Qué ocurre, con sus propias palabras</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What the provenance file says</source>
        <translation>Lo que dice el archivo de procedencia</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Where change was allowed (if not set: as requested)</source>
        <translation>Dónde se permitían cambios (si no se indica: como se solicitó)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Write it in your own words, or choose a scenario.</source>
        <translation>Escríbalo con sus propias palabras o elija un escenario.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Writes one page about a simulated layer, as HTML (one file that holds its pictures), as PDF (A4), or both: pictures before and after, the outlines of what changed, areas in numbers, the place, the model and its settings, and how plausible it is.

The picture before is that of the layer that it was made from: the one given, else the one that the project has. Without it, the page does without.

Page and pictures say that they are synthetic. The change footprint has to lie beside the simulated layer, where it was written.</source>
        <translation>Escribe una página sobre una capa simulada, como HTML (un solo archivo que contiene sus imágenes), como PDF (A4) o ambos: imágenes de antes y después, los contornos de lo que ha cambiado, áreas en cifras, el lugar, el modelo y su configuración, y la verosimilitud del resultado.

La imagen de antes es la de la capa de la que procede: la indicada o, si no, la que tiene el proyecto. Si no la hay, la página prescinde de ella.

La página y las imágenes indican que son sintéticas. La huella de cambios tiene que estar junto a la capa simulada, donde se escribió.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Written by: {client}</source>
        <translation>Escrito por: {client}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Written: {path}</source>
        <translation>Escrito: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>affected,exposure,impact,assess,count,buildings,roads,overlay</source>
        <translation>afectado,exposición,impacto,evaluar,contar,edificios,carreteras,superposición</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/algorithm.py"/>
        <source>damage,disaster,scenario,simulation,flood,wildfire,earthquake,tornado,landslide,imagery,synthetic,ai</source>
        <translation>daños,desastre,escenario,simulación,inundación,incendio,terremoto,tornado,deslizamiento,imágenes,sintético,ia</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>done</source>
        <translation>terminada</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>it was collected before</source>
        <translation>se recopiló con anterioridad</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>report,summary,page,print,pdf,html</source>
        <translation>informe,resumen,página,imprimir,pdf,html</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is not ready; it stays for the next time.</source>
        <translation>{job} no está lista; queda para la próxima vez.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is there already: {path}</source>
        <translation>{job} ya está ahí: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job}: {path}</source>
        <translation>{job}: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>{parameter} is no raster that can be read.</source>
        <translation>{parameter} no es un ráster que se pueda leer.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>{path} does not end in .{ending}.</source>
        <translation>{path} no termina en .{ending}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>{problem} The fleet is told all the same.</source>
        <translation>{problem} Aun así se avisa a la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>“Submit simulations” gives their ids.</source>
        <translation>«Enviar simulaciones» da sus identificadores.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>«{layer}» no tiene sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>“{layer}” is drawn by a map server, so it has no pixels of its own.</source>
        <translation>«{layer}» la dibuja un servidor de mapas, por lo que no tiene píxeles propios.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>“{text}” is no expression: {reason}.</source>
        <translation>«{text}» no es una expresión: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>“{word}” is no id of a request.</source>
        <translation>«{word}» no es un identificador de solicitud.</translation>
    </message>
</context>
<context>
    <name>ForeshockProgress</name>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>sending tile {tile} of {tiles}</source>
        <translation>enviando la tesela {tile} de {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker</source>
        <translation>esperando un nodo de cálculo</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker ({tiles} tiles queued)</source>
        <translation>esperando un nodo de cálculo ({tiles} teselas en cola)</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}, about {time} left</source>
        <translation>{count}, quedan aprox. {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}. {trouble}</source>
        <translation>{count}. {trouble}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{done} of {tiles} tiles done</source>
        <translation>{done} de {tiles} teselas terminadas</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>ForeshockProvenanceFile</name>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>It belongs beside the result and moves with it.</source>
        <translation>Debe estar junto al resultado y se mueve con él.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>Nothing is known about the picture, then.</source>
        <translation>Entonces no se sabe nada de la imagen.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>The provenance file {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el archivo de procedencia {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>{path} is no provenance file of Foreshock: {reason}.</source>
        <translation>{path} no es un archivo de procedencia de Foreshock: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockProxy</name>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Choose the type HttpProxy or Socks5Proxy in QGIS (Settings → Options → Network), or exclude {host} there.</source>
        <translation>Elija el tipo HttpProxy o Socks5Proxy en QGIS (Configuración → Opciones → Red), o excluya ahí {host}.</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>QGIS goes through a proxy of the type “{type}”, which cannot carry a connection to a broker.</source>
        <translation>QGIS pasa por un proxy de tipo «{type}», que no puede llevar una conexión a un bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>The stored credentials of the proxy cannot be read.</source>
        <translation>No se pueden leer las credenciales guardadas del proxy.</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Unlock the authentication database, or choose credentials of the type “Basic” in QGIS: Settings → Options → Network.</source>
        <translation>Desbloquee la base de datos de autenticación o elija en QGIS credenciales del tipo «Basic»: Configuración → Opciones → Red.</translation>
    </message>
</context>
<context>
    <name>ForeshockRaster</name>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Band {band} runs from {low} to {high}, too far to be stretched.</source>
        <translation>La banda {band} va de {low} a {high}, un intervalo demasiado amplio para el realce.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file and its parts are whole.</source>
        <translation>Compruebe que el archivo y sus partes están completos.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation>Compruebe que el archivo aún existe y está completo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Choose another area.</source>
        <translation>Elija otra área.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>GDAL cannot open the layer's source: {reason}.</source>
        <translation>GDAL no puede abrir la fuente de la capa: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>If such samples mean that there is no data, set them as the layer's nodata value.</source>
        <translation>Si esos valores significan que no hay datos, establézcalos como valor sin datos de la capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Run it again.</source>
        <translation>Ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>The chosen area holds nothing but nodata.</source>
        <translation>El área elegida no contiene más que píxeles sin datos.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>it gives no reason</source>
        <translation>no indica ningún motivo</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} has changed since the simulation began.</source>
        <translation>{path} ha cambiado desde que empezó la simulación.</translation>
    </message>
</context>
<context>
    <name>ForeshockRecording</name>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>A result cannot be kept on disk: {reason}.</source>
        <translation>No se puede guardar un resultado en el disco: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>Free some space; it comes again.</source>
        <translation>Libere espacio; volverá a llegar.</translation>
    </message>
</context>
<context>
    <name>ForeshockReport</name>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>1 area</source>
        <translation>1 área</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>A report can be made of the results of Foreshock only.</source>
        <translation>Solo se puede hacer un informe de los resultados de Foreshock.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected</source>
        <translation>Afectados</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected by {result}: {layer}</source>
        <translation>Afectados por {result}: {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected: {layer}</source>
        <translation>Afectados: {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>After (simulated)</source>
        <translation>Después (simulado)</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Areas</source>
        <translation>Áreas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation>Compruebe que el archivo aún existe y está completo.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Counted where {share} or more of a feature is inside.</source>
        <translation>Se cuentan los objetos de los que queda dentro al menos {share}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Digest of the adapter</source>
        <translation>Resumen hash del adaptador</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Features</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Ground sampling distance</source>
        <translation>Distancia de muestreo en el terreno</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>How it was made</source>
        <translation>Cómo se hizo</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Its digest</source>
        <translation>Resumen hash del modelo</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest</source>
        <translation>Mayor</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest changed areas</source>
        <translation>Mayores áreas cambiadas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Latitude</source>
        <translation>Latitud</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Length</source>
        <translation>Longitud total</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Longitude</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made by Foreshock from {file}.</source>
        <translation>Hecho por Foreshock a partir de {file}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>On “{layer}”</source>
        <translation>Sobre «{layer}»</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Plausibility</source>
        <translation>Verosimilitud</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Provenance hash</source>
        <translation>Hash de procedencia</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Report of {date}</source>
        <translation>Informe del {date}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Series of {count} results on “{layer}”</source>
        <translation>Serie de {count} resultados sobre «{layer}»</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Side by side</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Simulated picture, not an observation: {what}</source>
        <translation>Imagen simulada, no una observación: {what}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Synthetic imagery: a computed scenario, not an observation</source>
        <translation>Imágenes sintéticas: un escenario calculado, no una observación</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The change footprint {path} cannot be read.</source>
        <translation>No se puede leer la huella de cambios {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The imagery that the simulation was made from.</source>
        <translation>Las imágenes a partir de las que se hizo la simulación.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest change (simulated)</source>
        <translation>El mayor cambio (simulado)</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest changed area of the simulated picture, enlarged.</source>
        <translation>La mayor área cambiada de la imagen simulada, ampliada.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest {shown} of {all} areas; the places lie inside them.</source>
        <translation>Las {shown} mayores de {all} áreas; los puntos quedan dentro de ellas.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The pieces of a footprint have the fields area_m2 and pixels.</source>
        <translation>Las piezas de una huella tienen los campos area_m2 y pixels.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The places lie inside the areas.</source>
        <translation>Los puntos quedan dentro de las áreas.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The simulated picture with the outlines of what changed.</source>
        <translation>La imagen simulada con los contornos de lo que ha cambiado.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>W</source>
        <translation>O</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed (simulated)</source>
        <translation>Qué ha cambiado (simulado)</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed: {label}</source>
        <translation>Qué ha cambiado: {label}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>areas changed</source>
        <translation>áreas cambiadas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, in total</source>
        <translation>cambiados en total</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, of {whole}</source>
        <translation>cambiados, de {whole}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected area</source>
        <translation>área conexa</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected areas</source>
        <translation>áreas conexas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>en</source>
        <translation>es</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>guidance {value}</source>
        <translation>guía {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>no change footprint</source>
        <translation>sin huella de cambios</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>of the pixels changed</source>
        <translation>de los píxeles ha cambiado</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>seed {value}</source>
        <translation>semilla {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>strength {value}</source>
        <translation>intensidad {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>the largest of them</source>
        <translation>la mayor de ellas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>was changed since it was written: {digest}</source>
        <translation>se modificó después de escribirse: {digest}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} areas</source>
        <translation>{count} áreas</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more are left out.</source>
        <translation>Se omiten {count} más.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more values are affected; they are in “All”.</source>
        <translation>Hay {count} valores afectados más; están en «Todos».</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{field}, by share</source>
        <translation>{field}, en proporción</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{field}, in full</source>
        <translation>{field}, íntegro</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>{path} is no change footprint of Foreshock.</source>
        <translation>{path} no es una huella de cambios de Foreshock.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{scenario} on “{layer}”</source>
        <translation>{scenario} en «{layer}»</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{value} steps</source>
        <translation>{value} pasos</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>“{instruction}”</source>
        <translation>«{instruction}»</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>“{layer}” does not say that it is simulated.</source>
        <translation>«{layer}» no indica que esté simulada.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportDialog</name>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Add it again, and open the report from it.</source>
        <translation>Añádalo de nuevo y abra el informe desde él.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Affected features</source>
        <translation>Objetos afectados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>All {count} results of the series</source>
        <translation>Los {count} resultados de la serie</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose at most {most}.</source>
        <translation>Elija {most} como máximo.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose where the report goes.</source>
        <translation>Elija dónde se guarda el informe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Elevation (optional)</source>
        <translation>Elevación (opcional)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>For floods: whether water lies below its level. Heights in metres.</source>
        <translation>Para inundaciones: si el agua queda por debajo de su nivel. Alturas en metros.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Give it one.</source>
        <translation>Póngale uno.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML, one file for any browser</source>
        <translation>HTML, un archivo para cualquier navegador</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Make report</source>
        <translation>Crear informe</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>No file is chosen.</source>
        <translation>No se ha elegido ningún archivo.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Open it when done</source>
        <translation>Abrirlo al terminar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF, one A4 page</source>
        <translation>PDF, una página A4</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Plausibility</source>
        <translation>Verosimilitud</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Report — {layer}</source>
        <translation>Informe — {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Tell how plausible the result is</source>
        <translation>Indicar la verosimilitud del resultado</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The notes are too long for a page: their last {count} letters would be left out.</source>
        <translation>Las notas son demasiado largas para una página: se omitirían sus últimos {count} caracteres.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report has no title.</source>
        <translation>El informe no tiene título.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report was given up.</source>
        <translation>Se ha abandonado el informe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The result is not in the project any more.</source>
        <translation>El resultado ya no está en el proyecto.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Written: {path}</source>
        <translation>Escrito: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>name, organisation</source>
        <translation>nombre, organización</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>series of {count} results</source>
        <translation>serie de {count} resultados</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>what a reader must know</source>
        <translation>lo que el lector debe saber</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{count} tables of affected features do not fit on a page.</source>
        <translation>{count} tablas de objetos afectados no caben en una página.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}, by {field}</source>
        <translation>{layer}, por {field}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}: {series}</source>
        <translation>{layer}: {series}</translation>
    </message>
</context>
<context>
    <name>ForeshockReportJudging</name>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Choose another elevation layer, or none.</source>
        <translation>Elija otra capa de elevación, o ninguna.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: the raster that it was made from is no file that is here.</source>
        <translation>Sin comprobar: el ráster del que procede no es un archivo disponible aquí.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: {reason}</source>
        <translation>Sin comprobar: {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation>«{layer}» no es un archivo de este equipo.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportMaking</name>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation>Elija otra carpeta o cierre el programa que lo muestra.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>End its name with .html or .pdf.</source>
        <translation>Termine su nombre en .html o .pdf.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} is neither HTML nor PDF.</source>
        <translation>{path} no es ni HTML ni PDF.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{result}: {sentences}</source>
        <translation>{result}: {sentences}</translation>
    </message>
</context>
<context>
    <name>ForeshockReportPdf</name>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation>Elija otra carpeta o cierre el programa que lo muestra.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>{path} cannot be written.</source>
        <translation>No se puede escribir {path}.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportPictures</name>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>A picture cannot be drawn: {reason}.</source>
        <translation>No se puede dibujar una imagen: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>Check that QGIS shows the layer; then try again.</source>
        <translation>Compruebe que QGIS muestra la capa; después, vuelva a intentarlo.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>Does its server answer? Try again later, or take the layer out of the project first.</source>
        <translation>¿Responde su servidor? Inténtelo de nuevo más tarde o quite antes la capa del proyecto.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>“{layer}” shows nothing where the result is.</source>
        <translation>«{layer}» no muestra nada donde está el resultado.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportSubject</name>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Check that its file still exists and is whole.</source>
        <translation>Compruebe que su archivo aún existe y está completo.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Choose the result of a simulation.</source>
        <translation>Elija el resultado de una simulación.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Put it back, or simulate again.</source>
        <translation>Devuélvalo a su sitio o simule de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>The file of “{layer}” is not there any more: {path}</source>
        <translation>El archivo de «{layer}» ya no está ahí: {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” cannot be opened.</source>
        <translation>No se puede abrir «{layer}».</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation>«{layer}» no es un archivo de este equipo.</translation>
    </message>
</context>
<context>
    <name>ForeshockReportTask</name>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>Report: {title}</source>
        <translation>Informe: {title}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>The report cannot be made: {reason}.</source>
        <translation>No se puede hacer el informe: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockRequestBar</name>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{done} of {of} pictures. {progress}</source>
        <translation>{done} de {of} imágenes. {progress}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{layer}: {series}</source>
        <translation>{layer}: {series}</translation>
    </message>
</context>
<context>
    <name>ForeshockResultLayer</name>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>El archivo se ha escrito; pruebe a añadirlo manualmente.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>QGIS cannot open the result {path}.</source>
        <translation>QGIS no puede abrir el resultado {path}.</translation>
    </message>
</context>
<context>
    <name>ForeshockResultMenu</name>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>Choose the result of a simulation in the layer panel.</source>
        <translation>Elija el resultado de una simulación en el panel Capas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>No simulated layer is chosen.</source>
        <translation>No se ha elegido ninguna capa simulada.</translation>
    </message>
</context>
<context>
    <name>ForeshockResults</name>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Affected features…</source>
        <translation>Objetos afectados…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Difference layer</source>
        <translation>Capa de diferencia</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Flip before / after</source>
        <translation>Alternar antes / después</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Print layout…</source>
        <translation>Composición de impresión…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Report…</source>
        <translation>Informe…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Simulate again…</source>
        <translation>Simular de nuevo…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Swipe before / after</source>
        <translation>Cortina antes / después</translation>
    </message>
</context>
<context>
    <name>ForeshockRetry</name>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>Put it back, or simulate on another layer.</source>
        <translation>Devuélvalo a su sitio o simule sobre otra capa.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>The raster of “{layer}” is not there any more: {path}</source>
        <translation>El ráster de «{layer}» ya no está ahí: {path}</translation>
    </message>
</context>
<context>
    <name>ForeshockRunner</name>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation>Libere espacio en el disco de su perfil de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Its results did not come in time.</source>
        <translation>Sus resultados no llegaron a tiempo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Run it again.</source>
        <translation>Ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker cannot be reached at the moment.</source>
        <translation>En este momento no se puede acceder al bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker is back.</source>
        <translation>El bróker vuelve a estar disponible.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The fleet could not be told; it finishes what it has begun.</source>
        <translation>No se pudo avisar a la flota; terminará lo que ha empezado.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>No se puede escribir en el diario: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The request was called off.</source>
        <translation>La solicitud se ha cancelado.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>No se puede componer el resultado: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>No se pueden enviar las teselas: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>There is no result after {seconds} s.</source>
        <translation>No hay resultado después de {seconds} s.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{count} requests under way, {tiles} tiles open</source>
        <translation>{count} solicitudes en curso, {tiles} teselas pendientes</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Asking again…</source>
        <translation>{problem} Preguntando de nuevo…</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Waiting for the broker; nothing is lost.</source>
        <translation>{problem} Esperando al bróker; no se ha perdido nada.</translation>
    </message>
</context>
<context>
    <name>ForeshockScenarioChoice</name>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Chinese</source>
        <translation>chino</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Choose a scenario from the list, or write in {languages}.</source>
        <translation>Elija un escenario de la lista o escriba en {languages}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Own words</source>
        <translation>Texto propio</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Please write in {languages}: {model} reads nothing else.</source>
        <translation>Escriba en {languages}: {model} no lee otra cosa.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>all {count}, as a series</source>
        <translation>los {count}, como serie</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>flood the low streets up to the door sills</source>
        <translation>inundar las calles bajas hasta los umbrales de las puertas</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} cannot read {words}.</source>
        <translation>{model} no puede leer {words}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} reads {languages} and cannot read {words}.</source>
        <translation>{model} lee {languages} y no puede leer {words}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {count} grades</source>
        <translation>{scenario}, {count} grados</translation>
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
        <translation>Libere espacio en el disco de su perfil de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Its results did not come in time.</source>
        <translation>Sus resultados no llegaron a tiempo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Run it again.</source>
        <translation>Ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>No se puede escribir en el diario: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>There is no connection.</source>
        <translation>No hay conexión.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Try again.</source>
        <translation>Vuelva a intentarlo.</translation>
    </message>
</context>
<context>
    <name>ForeshockSimulateDialog</name>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>1 model</source>
        <translation>1 modelo</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the other layer that is selected</source>
        <translation>También en la otra capa seleccionada</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the {count} other layers that are selected</source>
        <translation>También en las otras {count} capas seleccionadas</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect to a fleet first.</source>
        <translation>Conéctese antes a una flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connected to {worker}: {count}</source>
        <translation>Conectado a {worker}: {count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection…</source>
        <translation>Conexión…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Drawn at</source>
        <translation>Dibujada a</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Leave missing map tiles as they are</source>
        <translation>Dejar como están las teselas de mapa que falten</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>No model is chosen.</source>
        <translation>No se ha elegido ningún modelo.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Quick look</source>
        <translation>Vista rápida</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Simulate damage — {layer}</source>
        <translation>Simular daños — {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>The same with fewer steps: coarse, but soon there. This window stays open.</source>
        <translation>Lo mismo con menos pasos: tosco, pero pronto listo. Esta ventana permanece abierta.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>seed {seed}</source>
        <translation>semilla {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{count} models</source>
        <translation>{count} modelos</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{scenario} (quick look)</source>
        <translation>{scenario} (vista rápida)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
</context>
<context>
    <name>ForeshockStoredCredentials</name>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Check the file (PKCS#12: .p12 or .pfx) and its password in QGIS's authentication settings.</source>
        <translation>Compruebe el archivo (PKCS#12: .p12 o .pfx) y su contraseña en la configuración de autenticación de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Choose credentials of one of these types: {types}.</source>
        <translation>Elija credenciales de uno de estos tipos: {types}.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Import it again under Settings → Options → Authentication → Manage Certificates.</source>
        <translation>Vuelva a importarlo en Configuración → Opciones → Autenticación → Administrar certificados.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Name a file that holds it in the environment variable QGIS_AUTH_PASSWORD_FILE.</source>
        <translation>Indique en la variable de entorno QGIS_AUTH_PASSWORD_FILE un archivo que la contenga.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>QGIS holds no certificate for the stored credentials “{name}” any more.</source>
        <translation>QGIS ya no tiene ningún certificado para las credenciales guardadas «{name}».</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Store certificate and key as PEM files, the key with a password, and choose credentials of the type “{type}”.</source>
        <translation>Guarde el certificado y la clave como archivos PEM, la clave con contraseña, y elija credenciales del tipo «{type}».</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Stored credentials of the type “{type}” do not open a broker.</source>
        <translation>Las credenciales guardadas del tipo «{type}» no dan acceso a un bróker.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The client certificate {path} cannot be opened.</source>
        <translation>No se puede abrir el certificado de cliente {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The credentials “{name}” are locked by the master password of QGIS.</source>
        <translation>Las credenciales «{name}» están bloqueadas por la contraseña maestra de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The key of the client certificate is of a kind that cannot be used without writing it to a file unencrypted.</source>
        <translation>La clave del certificado de cliente es de un tipo que no se puede usar sin escribirla sin cifrar en un archivo.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The stored credentials cannot be read.</source>
        <translation>No se pueden leer las credenciales guardadas.</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Unlock the authentication database, or choose other credentials, of one of these types: {types}.</source>
        <translation>Desbloquee la base de datos de autenticación o elija otras credenciales, de uno de estos tipos: {types}.</translation>
    </message>
</context>
<context>
    <name>ForeshockStretch</name>
    <message>
        <location filename="../foreshock/core/stretch.py"/>
        <source>band {band} from {low} to {high} cannot be stretched</source>
        <translation>no se puede realzar la banda {band} de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>ForeshockSubmit</name>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>Choose another area.</source>
        <translation>Elija otra área.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>Simulate: sending {layer}</source>
        <translation>Simular: enviando {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>The chosen area holds nothing that may change.</source>
        <translation>El área elegida no contiene nada que pueda cambiar.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>No se pueden enviar las teselas: {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockSwipe</name>
    <message>
        <location filename="../foreshock/gui/swipe_tool.py"/>
        <source>Drag the line between before and after; H lays it flat, V stands it up. Esc ends.</source>
        <translation>Arrastre la línea entre antes y después; H la pone horizontal, V vertical. Esc termina.</translation>
    </message>
</context>
<context>
    <name>ForeshockTestPanel</name>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>For the operator of the fleet. Passwords are not in it.</source>
        <translation>Para el operador de la flota. No contiene contraseñas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Testing…</source>
        <translation>Probando…</translation>
    </message>
</context>
<context>
    <name>ForeshockTestimony</name>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Every pixel of the picture is as it was written.</source>
        <translation>Cada píxel de la imagen está como se escribió.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Pixels, tags and provenance file agree. (Hashes are no signature: they do not say who wrote them.)</source>
        <translation>Los píxeles, las etiquetas y el archivo de procedencia concuerdan. (Los hashes no son una firma: no dicen quién los escribió.)</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Tags of the picture differ from the provenance file: {names}.</source>
        <translation>Etiquetas de la imagen que difieren del archivo de procedencia: {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint is as it was written.</source>
        <translation>La huella de cambios está como se escribió.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} is missing.</source>
        <translation>Falta la huella de cambios {name}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} was changed.</source>
        <translation>La huella de cambios {name} se ha modificado.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The file is not what its provenance file says: it was changed after it was written.</source>
        <translation>El archivo no es lo que dice su archivo de procedencia: se modificó después de escribirse.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies elsewhere than the provenance file says.</source>
        <translation>La imagen no está donde dice el archivo de procedencia.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies where the provenance file says.</source>
        <translation>La imagen está donde dice el archivo de procedencia.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture was not made from this source, or the source has changed since.</source>
        <translation>La imagen no se creó a partir de esta fuente, o la fuente ha cambiado desde entonces.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The pixels of the picture are not those that were written ({where}).</source>
        <translation>Los píxeles de la imagen no son los que se escribieron ({where}).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file is as it was written.</source>
        <translation>El archivo de procedencia está como se escribió.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file itself was changed: its own hash does not fit.</source>
        <translation>El propio archivo de procedencia se ha modificado: su hash no coincide.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The source is the raster that the picture was made from, pixel by pixel.</source>
        <translation>La fuente es el ráster a partir del cual se creó la imagen, píxel a píxel.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The tags of the picture are those of the provenance file.</source>
        <translation>Las etiquetas de la imagen son las del archivo de procedencia.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>another size</source>
        <translation>otro tamaño</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>bands: {numbers}</source>
        <translation>bandas: {numbers}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>mask</source>
        <translation>máscara</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>other bands</source>
        <translation>otras bandas</translation>
    </message>
</context>
<context>
    <name>ForeshockTls</name>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the CA file of the connection, and the authorities in QGIS's options.</source>
        <translation>Compruebe el archivo de CA de la conexión y las autoridades en las opciones de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the certificate, its key (both in PEM form) and the key's password in QGIS's authentication settings.</source>
        <translation>Compruebe el certificado, su clave (ambos en formato PEM) y la contraseña de la clave en la configuración de autenticación de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The client certificate {path} cannot be used: {reason}.</source>
        <translation>No se puede usar el certificado de cliente {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The trusted certificate authorities cannot be read: {reason}.</source>
        <translation>No se pueden leer las autoridades de certificación de confianza: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unknown day</source>
        <translation>una fecha desconocida</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unnamed authority</source>
        <translation>una autoridad sin nombre</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>issued by {issuer}, valid until {day}</source>
        <translation>emitido por {issuer}, válido hasta {day}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>of QGIS's store</source>
        <translation>del almacén de QGIS</translation>
    </message>
</context>
<context>
    <name>ForeshockVerdict</name>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A tile was not ready in time.</source>
        <translation>Una tesela no estuvo lista a tiempo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker has failed.</source>
        <translation>Un nodo de cálculo ha fallado.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker's graphics card has no room for the tile.</source>
        <translation>La tarjeta gráfica de un nodo de cálculo no tiene memoria para la tesela.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask for fewer steps or a smaller area, or run it again when the fleet has less to do.</source>
        <translation>Pida menos pasos o un área más pequeña, o ejecute de nuevo cuando la flota tenga menos trabajo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask the operator of the fleet for the permission.</source>
        <translation>Pida permiso al operador de la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change that value, and run it again.</source>
        <translation>Cambie ese valor y ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change what the fleet names, or choose another model.</source>
        <translation>Cambie lo que indica la flota o elija otro modelo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose a model with smaller tiles, or give fewer or smaller examples.</source>
        <translation>Elija un modelo con teselas más pequeñas, o dé menos ejemplos o más pequeños.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, and run it again.</source>
        <translation>Elija otro modelo y ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>Elija otro modelo o pregunte al operador.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another one, or none, and run it again.</source>
        <translation>Elija otro, o ninguno, y ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, choose a model with smaller tiles, or tell the operator of the fleet.</source>
        <translation>Si se repite, elija un modelo con teselas más pequeñas o avise al operador de la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, tell the operator of the fleet.</source>
        <translation>Si se repite, avise al operador de la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Plugin and fleet may be of different ages: update the plugin, or ask the operator of the fleet.</source>
        <translation>El complemento y la flota pueden ser de versiones distintas: actualice el complemento o pregunte al operador de la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Run it again: it may work now.</source>
        <translation>Ejecute de nuevo: puede que ahora funcione.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Say it in a language that the model reads, or choose a scenario from the list.</source>
        <translation>Dígalo en un idioma que el modelo lea o elija un escenario de la lista.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Something in this request is larger than the fleet takes.</source>
        <translation>Algo de esta solicitud es mayor de lo que admite la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>Avise al operador de la flota.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet and this plugin speak different versions.</source>
        <translation>La flota y este complemento hablan versiones distintas.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read an image of this request.</source>
        <translation>La flota no puede leer una imagen de esta solicitud.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read what this plugin sends.</source>
        <translation>La flota no puede leer lo que envía este complemento.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not allow this.</source>
        <translation>La flota no lo permite.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not have the chosen adapter any more.</source>
        <translation>La flota ya no tiene el adaptador elegido.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not serve the chosen model any more.</source>
        <translation>La flota ya no ofrece el modelo elegido.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet has given a tile up after several tries.</source>
        <translation>La flota ha abandonado una tesela después de varios intentos.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet refuses a value of this request.</source>
        <translation>La flota rechaza un valor de esta solicitud.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot do what was asked.</source>
        <translation>El modelo no puede hacer lo que se ha pedido.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot read the instruction.</source>
        <translation>El modelo no puede leer la instrucción.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The operator of the fleet has not accepted the licence of this model.</source>
        <translation>El operador de la flota no ha aceptado la licencia de este modelo.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The request was called off.</source>
        <translation>La solicitud se ha cancelado.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{fact} The fleet says: {words}</source>
        <translation>{fact} La flota dice: {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{failed} of {tiles} tiles failed. {reason}</source>
        <translation>Han fallado {failed} de {tiles} teselas. {reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockWaterLevel</name>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Assign one first (Raster → Projections → Assign Projection).</source>
        <translation>Asígnele antes uno (Ráster → Proyecciones → Asignar proyección).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Choose one that covers the area.</source>
        <translation>Elija uno que abarque el área.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster cannot be brought onto the result's grid: {reason}.</source>
        <translation>No se puede llevar el ráster de elevación a la cuadrícula del resultado: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster has no coordinate reference system.</source>
        <translation>El ráster de elevación no tiene sistema de referencia de coordenadas.</translation>
    </message>
</context>
<context>
    <name>ForeshockWriter</name>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another file for the result.</source>
        <translation>Elija otro archivo para el resultado.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another output folder.</source>
        <translation>Elija otra carpeta de salida.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Is the disk full?</source>
        <translation>¿Está lleno el disco?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Tell the plugin's authors.</source>
        <translation>Avise a los autores del complemento.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>No se puede escribir el resultado: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} does not lie on the source's grid after writing.</source>
        <translation>{path} no queda en la cuadrícula de la fuente después de escribirlo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} has {width} × {height} px after writing.</source>
        <translation>{path} tiene {width} × {height} px después de escribirlo.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} is the source of the simulation.</source>
        <translation>{path} es la fuente de la simulación.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} was not written whole: {reason}.</source>
        <translation>{path} no se ha escrito por completo: {reason}.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
<context>
    <name>ForeshockActions</name>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Connection…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Fetch waiting results</source>
        <translation>取回待取结果</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Foreshock user guide</source>
        <translation>Foreshock 用户指南</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Set up…</source>
        <translation>设置向导…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a freehand area…</source>
        <translation>在手绘区域内模拟灾损…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a polygon…</source>
        <translation>在多边形内模拟灾损…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a rectangle…</source>
        <translation>在矩形内模拟灾损…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in selected features…</source>
        <translation>在选中的要素内模拟灾损…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage…</source>
        <translation>模拟灾损…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
</context>
<context>
    <name>ForeshockAffected</name>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature could not be measured; it is not counted as affected.</source>
        <translation>有 1 个要素无法量测，未计为受影响。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature had an invalid geometry, which was repaired to be measured.</source>
        <translation>有 1 个要素的几何图形无效，已修正后再量测。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature has no geometry; it is in no number.</source>
        <translation>有 1 个要素没有几何图形，未计入任何数字。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Choose a name that ends in one of {endings}.</source>
        <translation>请选择以 {endings} 之一结尾的文件名。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Is it open in another program, or the disk full?</source>
        <translation>文件是否正在其他程序中打开？磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>Save the features in one that holds this part of the Earth.</source>
        <translation>请将要素保存到适用于地球上这一区域的坐标参照系中。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>请在图层属性中设置。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>The features have no field “{name}”.</source>
        <translation>这些要素没有字段“{name}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>The footprint has no place in the coordinate reference system of the features.</source>
        <translation>变化范围无法变换到要素的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>They have: {names}.</source>
        <translation>现有字段：{names}。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features could not be measured; they are not counted as affected.</source>
        <translation>有 {count} 个要素无法量测，未计为受影响。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features had invalid geometries, which were repaired to be measured.</source>
        <translation>有 {count} 个要素的几何图形无效，已修正后再量测。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features have no geometry; they are in no number.</source>
        <translation>有 {count} 个要素没有几何图形，未计入任何数字。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} says no format that can be written.</source>
        <translation>从 {path} 的扩展名看不出可写入的格式。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>“{layer}”没有坐标参照系。</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedDialog</name>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Add as layer</source>
        <translation>添加为图层</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Added “{layer}”: {path}</source>
        <translation>已添加“{layer}”：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features — {result}</source>
        <translation>受影响要素 — {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features: {layer}</source>
        <translation>受影响要素：{layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Called off.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export affected features</source>
        <translation>导出受影响要素</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exported: {path}</source>
        <translation>已导出：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exporting affected features</source>
        <translation>正在导出受影响要素</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>It would be the file {path}.</source>
        <translation>应为文件 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Keeping affected features</source>
        <translation>正在保存受影响要素</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>The affected features, in a GeoPackage beside the result.</source>
        <translation>受影响的要素，保存在结果旁的 GeoPackage 中。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>What of a layer lies inside the change footprint of “{result}”. It is looked at where the result is. A computed scenario, not an observation.</source>
        <translation>统计一个图层中有哪些要素落在“{result}”的变化范围内。只统计结果所覆盖的地方。这是计算得出的情景，并非实际观测。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{count} features read…</source>
        <translation>已读取 {count} 个要素…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>“{result}” has no change footprint.</source>
        <translation>“{result}”没有变化范围。</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedForm</name>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>A row for each</source>
        <translation>分行字段</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Add up</source>
        <translation>累加字段</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Affected from</source>
        <translation>受影响阈值</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>any part</source>
        <translation>任意部分</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>in proportion to the affected share</source>
        <translation>按受影响比例计</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of a feature's length, area or points</source>
        <translation>占要素长度、面积或点数的比例</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of each affected feature, in full</source>
        <translation>受影响要素的值全部计入</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedLayer</name>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected area (m²), simulated</source>
        <translation>受影响面积（m²），模拟</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected by</source>
        <translation>受影响原因</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected length (m), simulated</source>
        <translation>受影响长度（m），模拟</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected share (0 to 1), simulated</source>
        <translation>受影响比例（0 到 1），模拟</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}</source>
        <translation>受影响的{layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}: {result}</source>
        <translation>受影响的{layer}：{result}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>QGIS cannot open the affected features {path}.</source>
        <translation>QGIS 无法打开受影响要素文件 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>They were written; try to add them by hand.</source>
        <translation>文件已写好，请尝试手动添加。</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedTable</name>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Affected</source>
        <translation>受影响</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Area (m²)</source>
        <translation>面积（m²）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Features</source>
        <translation>要素</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Length (m)</source>
        <translation>长度（m）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Looked at</source>
        <translation>参与统计</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{area} are inside.</source>
        <translation>范围内的面积为 {area}。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{count} of {of} features of “{layer}” are affected.</source>
        <translation>“{layer}”的 {of} 个要素中有 {count} 个受影响。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, by share</source>
        <translation>{field}（按比例）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, in full</source>
        <translation>{field}（全部）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{length} m of lines are inside.</source>
        <translation>范围内的线长为 {length} m。</translation>
    </message>
</context>
<context>
    <name>ForeshockArea</name>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Choose an area on the layer, or zoom to it first.</source>
        <translation>请在图层上选择一个区域，或先缩放到该图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it again.</source>
        <translation>请重新绘制。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it nearer to the layer, or set the map to the layer's coordinate system.</source>
        <translation>请在离图层更近的地方绘制，或将地图设为该图层的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Repair them first (Vector → Geometry Tools → Fix Geometries).</source>
        <translation>请先修正它们（矢量 → 几何图形工具 → 修正几何图形）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Select fewer of them, or simplify them first (Vector → Geometry Tools → Simplify).</source>
        <translation>请少选一些，或先加以简化（矢量 → 几何图形工具 → 简化）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area cannot be transformed to the layer's coordinate system.</source>
        <translation>所选区域无法变换到该图层的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area does not overlap the layer.</source>
        <translation>所选区域与该图层不重叠。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area has no surface.</source>
        <translation>所选区域没有面积。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The map shows nothing of this layer.</source>
        <translation>地图中看不到该图层的任何部分。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons cannot be combined: {reason}.</source>
        <translation>无法合并这些多边形：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons of “{layer}” have more than {count} vertices here.</source>
        <translation>“{layer}”的多边形在此处的顶点超过 {count} 个。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The visible extent does not fit the layer's coordinate system.</source>
        <translation>可见范围与该图层的坐标参照系不符。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Zoom to the layer first.</source>
        <translation>请先缩放到该图层。</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaPanel</name>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Add one to the project, or draw the area.</source>
        <translation>请向工程中添加一个，或绘制区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Change only inside</source>
        <translation>仅在此范围内改变</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one first.</source>
        <translation>请先选择一个。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one, or switch “{name}” off.</source>
        <translation>请选择一个，或关闭“{name}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose the visible extent, or draw an area.</source>
        <translation>请选择可见范围，或绘制一个区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a polygon</source>
        <translation>绘制多边形</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a rectangle</source>
        <translation>绘制矩形</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw freehand</source>
        <translation>自由手绘</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Drawn on the map</source>
        <translation>在地图上绘制</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No polygon layer is chosen.</source>
        <translation>未选择多边形图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No raster layer is chosen.</source>
        <translation>未选择栅格图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is drawn yet.</source>
        <translation>尚未绘制任何区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is selected in “{layer}”.</source>
        <translation>“{layer}”中没有选中任何要素。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Outside these polygons every pixel stays as it is</source>
        <translation>在这些多边形之外，所有像元保持不变</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Press one of the buttons and draw the area.</source>
        <translation>请点击其中一个按钮，然后绘制区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Select the polygons on the map first.</source>
        <translation>请先在地图上选择多边形。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Selected features</source>
        <translation>选中的要素</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>The whole layer has {width} × {height} px, more than can be simulated at once.</source>
        <translation>整个图层有 {width} × {height} px，超出一次所能模拟的大小。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Visible extent</source>
        <translation>可见范围</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>整个图层</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>all {total} feature(s); select some to use only these</source>
        <translation>全部 {total} 个要素；选中部分要素即可只用这些要素</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>{count} of {total} feature(s) selected</source>
        <translation>已选中 {count} 个要素（共 {total} 个）</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaTool</name>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Click the corners; a right click or Enter ends, Backspace takes the last corner back.</source>
        <translation>依次点击各个角点；右击或按回车键结束，按退格键撤销上一个角点。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag around the area.</source>
        <translation>按住鼠标左键沿区域边缘拖动。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag from corner to corner, or click two corners.</source>
        <translation>从一角拖到对角，或点击两个角点。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Esc gives up.</source>
        <translation>按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>ForeshockAssemble</name>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Choose another area.</source>
        <translation>请选择其他区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Free some space, and check that the folder may be written to.</source>
        <translation>请腾出一些空间，并检查该文件夹是否可写。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>No tile was edited.</source>
        <translation>没有任何图块被编辑。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Run the simulation again.</source>
        <translation>请重新运行模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>Simulate: composing {layer}</source>
        <translation>模拟：正在合成 {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The journal of request {job} has no stretch.</source>
        <translation>请求 {job} 的日志中没有拉伸参数。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>无法合成结果：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>无法写入结果：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockBackground</name>
    <message>
        <location filename="../foreshock/gui/background.py"/>
        <source>That failed: {reason}.</source>
        <translation>操作失败：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockBadge</name>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <location filename="../foreshock/layers/badge_look.py"/>
        <source>SIMULATED</source>
        <translation>模拟（SIMULATED）</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/tile_preview.py"/>
        <source>SIMULATED preview</source>
        <translation>模拟（SIMULATED）预览</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before (SIMULATED)</source>
        <translation>之前（模拟，SIMULATED）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>{label} — SIMULATED</source>
        <translation>{label} — 模拟（SIMULATED）</translation>
    </message>
</context>
<context>
    <name>ForeshockBrokerSettings</name>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>A client certificate needs an encrypted connection.</source>
        <translation>客户端证书需要加密连接。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Ask the operator for a name of 1 to 64 letters (a-z, A-Z), digits, - and _.</source>
        <translation>请向管理员索取一个由 1 到 64 个字母（a-z、A-Z）、数字、- 和 _ 组成的用户名。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address cannot be read.</source>
        <translation>无法解析消息代理地址。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address must begin with amqps:// (or amqp:// on this machine).</source>
        <translation>消息代理地址必须以 amqps:// 开头（本机上可用 amqp://）。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address names no user.</source>
        <translation>消息代理地址中没有用户名。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The fleet does not serve a user named “{user}”.</source>
        <translation>计算集群不为名为“{user}”的用户提供服务。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://.</source>
        <translation>请使用 amqps://。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://; amqp:// is taken only for a broker on this machine.</source>
        <translation>请使用 amqps://；只有本机上的消息代理才接受 amqp://。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Write it like {address}.</source>
        <translation>请按此格式书写：{address}。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>amqp:// would send the password and the imagery to {host} unencrypted.</source>
        <translation>amqp:// 会将密码和影像未经加密发送到 {host}。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the fleet at {host}</source>
        <translation>位于 {host} 的计算集群</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the {kind} proxy {host}:{port}</source>
        <translation>{kind} 代理服务器 {host}:{port}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>ForeshockButtons</name>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Next &gt;</source>
        <translation>下一步(&amp;N) &gt;</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&lt; &amp;Back</source>
        <translation>&lt; 上一步(&amp;B)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>ForeshockChecks</name>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to 64 of a-z, 0-9, - and _</source>
        <translation>1 到 64 个字符，限 a-z、0-9、- 和 _</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to {most} bytes of UTF-8 without control characters</source>
        <translation>1 到 {most} 字节的 UTF-8 文本，不含控制字符</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>WKT of a coordinate reference system, at most {most} bytes</source>
        <translation>坐标参照系的 WKT，最多 {most} 字节</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple} from {least} to {most} px</source>
        <translation>{multiple} 的倍数，从 {least} 到 {most} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple}, below 2^40</source>
        <translation>{multiple} 的倍数，小于 2^40</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0 up to 1</source>
        <translation>大于 0，不超过 1</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0, metres per px</source>
        <translation>大于 0，单位为 m/px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>at most {most}</source>
        <translation>最多 {most}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>below {bound}</source>
        <translation>小于 {bound}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it contains a control character; write one line</source>
        <translation>含有控制字符；请写成一行</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it has {size} bytes; shorten it</source>
        <translation>有 {size} 字节；请缩短</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it is empty; say what should happen</source>
        <translation>内容为空；请说明应发生什么</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>no mask was sent</source>
        <translation>没有发送掩膜</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>present when {field} is {value}</source>
        <translation>{field} 为 {value} 时必须给出</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>tile {index} of {tiles}</source>
        <translation>图块 {index}，共 {tiles} 个</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{count} examples</source>
        <translation>{count} 个示例</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{least} to {most}</source>
        <translation>{least} 到 {most}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{size} bytes</source>
        <translation>{size} 字节</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} 个图块</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{value} is not</source>
        <translation>{value} 不符合</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>“{text}” is not WKT; addresses and codes are not taken</source>
        <translation>“{text}”不是 WKT；不接受网址和代码</translation>
    </message>
</context>
<context>
    <name>ForeshockClientFolder</name>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>It collects the result itself; or close it first.</source>
        <translation>它会自行收取结果；或者先将其关闭。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>No journal folder under {folder} can be locked.</source>
        <translation>{folder} 下没有可以锁定的日志文件夹。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Request {job} belongs to another QGIS that is running.</source>
        <translation>请求 {job} 属于另一个正在运行的 QGIS。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Requests are kept in the profile (and on the machine) that sent them.</source>
        <translation>请求保存在发送它的用户配置（及计算机）中。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>The journal folder {folder} cannot be written: {reason}.</source>
        <translation>无法写入日志文件夹 {folder}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>There is no request {job} in this QGIS profile.</source>
        <translation>此 QGIS 用户配置中没有请求 {job}。</translation>
    </message>
</context>
<context>
    <name>ForeshockCodec</name>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a finite number</source>
        <translation>有限数值</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a time in RFC 3339</source>
        <translation>RFC 3339 格式的时间</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number from 0</source>
        <translation>不小于 0 的整数</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>at most {most} bytes</source>
        <translation>最多 {most} 字节</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>one of {names}</source>
        <translation>以下之一：{names}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>present</source>
        <translation>必须给出</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>standard base64</source>
        <translation>标准 base64</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message has {size} bytes ({limit})</source>
        <translation>消息有 {size} 字节（{limit}）</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message is not a JSON object</source>
        <translation>消息不是 JSON 对象</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>this message says schema {said}; this side reads {schema}</source>
        <translation>此消息的架构版本为 {said}；本端支持的是 {schema}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{count} values</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{field}: must be {expected}</source>
        <translation>{field}：必须是{expected}</translation>
    </message>
</context>
<context>
    <name>ForeshockCompare</name>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>Add it again, or open the project in which the simulation was run.</source>
        <translation>请重新添加该图层，或打开运行该模拟时所用的工程。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>The layer that “{layer}” was made from is not in this project.</source>
        <translation>“{layer}”的源图层不在此工程中。</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionDialog</name>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>A fleet (broker)</source>
        <translation>计算集群（消息代理）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Foreshock: connection</source>
        <translation>Foreshock：连接</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionRows</name>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Broker</source>
        <translation>消息代理</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{bundle}” (a .p12 or .pfx file), “{paths}” (PEM files) or “{identity}” (imported in QGIS's options).</source>
        <translation>请选择或新建“{bundle}”（.p12 或 .pfx 文件）、“{paths}”（PEM 文件）或“{identity}”（已导入 QGIS 选项）类型的凭据。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{type}”.</source>
        <translation>请选择或新建“{type}”类型的凭据。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create some.</source>
        <translation>请选择或新建凭据。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Client certificate stored in QGIS, encrypted</source>
        <translation>保存在 QGIS 中的加密客户端证书</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Directly, without a proxy (QGIS options).</source>
        <translation>直接连接，不使用代理服务器（QGIS 选项）。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>For the next run only, then forgotten</source>
        <translation>仅用于下一次运行，之后即忘记</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Model folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>No stored credentials are chosen.</source>
        <translation>未选择已保存的凭据。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password, kept in memory until QGIS ends</source>
        <translation>密码，在 QGIS 退出前保留在内存中</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>The model runs on this computer. No imagery leaves it, and no broker is needed.</source>
        <translation>模型在本机上运行。影像不会离开本机，也不需要消息代理。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through the proxy of the system's settings, if they name one for this address (QGIS options).</source>
        <translation>使用系统设置中的代理服务器，如果其中为此地址指定了代理服务器（QGIS 选项）。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through {proxy} (QGIS options).</source>
        <translation>通过 {proxy}（QGIS 选项）。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>User and password stored in QGIS, encrypted</source>
        <translation>保存在 QGIS 中的加密用户名和密码</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>When Foreshock first connects, QGIS asks for your master password: it opens QGIS's encrypted store of credentials, and is not the broker's.</source>
        <translation>Foreshock 首次连接时，QGIS 会要求输入你的主密码：它用来打开 QGIS 的加密凭据库，并不是消息代理的密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>only for an operator's own authority</source>
        <translation>仅当管理员使用自建证书颁发机构时需要</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the file “foreshock” or “foreshock.exe”</source>
        <translation>文件“foreshock”或“foreshock.exe”</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the program's own small model</source>
        <translation>程序自带的小模型</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionStore</name>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose a file of certificates in PEM form, as the operator gave it to you.</source>
        <translation>请选择管理员提供的 PEM 格式证书文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>请选择文件“foreshock”（Windows 上为“foreshock.exe”）。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” under “Connection… → This computer”.</source>
        <translation>请在“连接… → 本机”下选择文件“foreshock”。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No broker is set.</source>
        <translation>未设置消息代理。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No program is set.</source>
        <translation>未设置程序。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and fill in its address.</source>
        <translation>请点击“连接…”并填写其地址。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and type it.</source>
        <translation>请点击“连接…”并输入密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} cannot be read: {reason}.</source>
        <translation>无法读取 CA 文件 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} holds no certificate.</source>
        <translation>CA 文件 {path} 中没有证书。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The password of the broker is not known.</source>
        <translation>消息代理的密码未知。</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>There is no program “{path}”.</source>
        <translation>找不到程序“{path}”。</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionTest</name>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>The test itself failed: {reason}.</source>
        <translation>测试本身失败：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockController</name>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>1 simulation waits for its result.</source>
        <translation>有 1 个模拟的结果待取回。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>Add imagery, or choose a raster layer in the layer panel.</source>
        <translation>请添加影像，或在图层面板中选择一个栅格图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Add it, right-click it and choose the scenario again.</source>
        <translation>请添加该图层，右击它并重新选择情景。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Asking {place}…</source>
        <translation>正在询问 {place}…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Call off</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Called off: {layer}</source>
        <translation>已取消：{layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Compare, assess</source>
        <translation>对比与评估</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Fetch now</source>
        <translation>立即取回</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>No fleet is set. Press “Connection…”.</source>
        <translation>未设置计算集群。请点击“连接…”。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Not connected. Connecting asks for the master password of QGIS.</source>
        <translation>未连接。连接时需要输入 QGIS 的主密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Nothing is lost: results wait until you connect again.</source>
        <translation>不会丢失任何内容：结果会保留，直到再次连接。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Right-click the layer that it was made from; the words stand in the result's metadata.</source>
        <translation>请右击其源图层；原来的描述文字在结果的元数据中。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer that it was made from is not in this project. Its file: {path}</source>
        <translation>源图层不在此工程中。其文件为：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer “{layer}” is not in this project.</source>
        <translation>图层“{layer}”不在此工程中。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>There is no raster layer to simulate on.</source>
        <translation>没有可用于模拟的栅格图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>What was asked for to make “{result}” is not in this QGIS profile (any more).</source>
        <translation>此 QGIS 用户配置中没有（或已没有）生成“{result}”的请求。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{count} simulations wait for their results.</source>
        <translation>有 {count} 个模拟的结果待取回。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, not called off.</source>
        <translation>{layer}：已停止，未取消。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, nothing is lost. {reason}</source>
        <translation>{layer}：已停止，不会丢失任何内容。{reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: {message}</source>
        <translation>{layer}：{message}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>“{layer}”: synthetic imagery.</source>
        <translation>“{layer}”：合成影像。</translation>
    </message>
</context>
<context>
    <name>ForeshockDiagnostics</name>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Connection: {place}</source>
        <translation>连接：{place}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Created: {when} UTC</source>
        <translation>创建时间：{when} UTC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Job {id}</source>
        <translation>作业 {id}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Last sign of life: {when}</source>
        <translation>最近活动：{when}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Model: {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation>模型：{model}（{digest}），步数 {steps}，种子 {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Series: {index} of {count}</source>
        <translation>系列：第 {index} 个，共 {count} 个</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Size: {width} × {height} px</source>
        <translation>大小：{width} × {height} px</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>State: {state}</source>
        <translation>状态：{state}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Tiles: {done} of {tiles}, {cached} from the cache, lane {lane}</source>
        <translation>图块：{done}/{tiles}，其中 {cached} 个来自缓存，通道 {lane}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Workers: {names}</source>
        <translation>工作节点：{names}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>none is set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>ForeshockDifference</name>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>A result lies on the grid of the raster that it was made from: choose that one.</source>
        <translation>结果与其源栅格位于同一像元格网上：请选择该源栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation>请选择生成该结果的源栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Compare by eye (swipe, flip), or save the area as GeoTIFF and simulate on that.</source>
        <translation>请目视比较（卷帘、闪烁），或将该区域保存为 GeoTIFF 后在其上模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>Difference: {layer}</source>
        <translation>差值：{layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is its folder there, and may you write to it?</source>
        <translation>其文件夹是否存在，是否有写入权限？</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is the disk full?</source>
        <translation>磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>文件已写好，请尝试手动添加。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>QGIS cannot open the difference {path}.</source>
        <translation>QGIS 无法打开差值文件 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>The difference cannot be computed: {reason}.</source>
        <translation>无法计算差值：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>The difference cannot be written: {reason}.</source>
        <translation>无法写入差值：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} is one of the rasters to be compared.</source>
        <translation>{path} 是参与比较的栅格之一。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} was not written whole.</source>
        <translation>{path} 未完整写入。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>{result} difference</source>
        <translation>{result} 差值</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” do not lie on one pixel grid.</source>
        <translation>“{after}”与“{before}”不在同一像元格网上。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” have different bands.</source>
        <translation>“{after}”与“{before}”的波段不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{layer}” has no samples of its own: a service draws it, and what was drawn is not kept.</source>
        <translation>“{layer}”没有自己的像元值：它由服务绘制，而绘制的图像并不保留。</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawing</name>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer there; then run it again.</source>
        <translation>请检查 QGIS 在该处能否显示此图层，然后重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer; then run it again.</source>
        <translation>请检查 QGIS 能否显示此图层，然后重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Choose another area or another resolution.</source>
        <translation>请选择其他区域或其他分辨率。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Is the disk full?</source>
        <translation>磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again.</source>
        <translation>请重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again; or allow missing map tiles, which then stay as they are in the result.</source>
        <translation>请重新运行；或允许缺少地图瓦片，缺失处在结果中保持原样。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map cannot be written: {reason}.</source>
        <translation>无法写入地图绘制结果：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map was not written whole.</source>
        <translation>地图绘制结果未完整写入。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map is empty in this area at this resolution.</source>
        <translation>在此分辨率下，该区域的地图为空。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server cannot be used: {reason}.</source>
        <translation>无法使用地图服务器：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server delivered nothing of this area: {reason}.</source>
        <translation>地图服务器未提供该区域的任何内容：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server did not deliver {missing} of {all} map tiles ({reason}); the first lies at {x}, {y}.</source>
        <translation>地图服务器未提供 {all} 个地图瓦片中的 {missing} 个（{reason}）；第一个位于 {x}, {y}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an answer that is no picture but {kind}</source>
        <translation>应答不是图像，而是 {kind}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an empty answer</source>
        <translation>空应答</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>its source is not valid</source>
        <translation>其数据源无效</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>no answer in time</source>
        <translation>未及时应答</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>they are empty, or did not come</source>
        <translation>瓦片为空或未送达</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>{path} is missing.</source>
        <translation>{path} 缺失。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>{reason}: {words}</source>
        <translation>{reason}：{words}</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawnLayer</name>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Repair its source first.</source>
        <translation>请先修复其数据源。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>请先将该区域保存为 GeoTIFF（导出 → 另存为）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>请先设置（图层 → 设置图层CRS）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>The map server does not say how far this layer reaches.</source>
        <translation>地图服务器未说明此图层的覆盖范围。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer cannot be read.</source>
        <translation>无法读取此图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer comes from a service as numbers, not as a picture.</source>
        <translation>此图层由服务以数值而非图像的形式提供。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>此图层没有坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>zoom {zoom} ({gsd} m per px)</source>
        <translation>缩放级别 {zoom}（{gsd} m/px）</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>{gsd} m per px</source>
        <translation>{gsd} m/px</translation>
    </message>
</context>
<context>
    <name>ForeshockErrors</name>
    <message>
        <location filename="../foreshock/core/errors.py"/>
        <source>{field}: {found} (must be {limit})</source>
        <translation>{field}：{found}（必须为：{limit}）</translation>
    </message>
</context>
<context>
    <name>ForeshockEstimate</name>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>1 tile</source>
        <translation>1 个图块</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>A pixel is {gsd} here; {model} was made for {low} to {high}. Expect poor results.</source>
        <translation>此处像元为 {gsd}；{model} 适用于 {low} 到 {high}，结果可能欠佳。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>queued behind people who wait for a few tiles</source>
        <translation>排在只等少数图块的用户之后</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>time not known before the first run</source>
        <translation>首次运行前无法预估时间</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{count} pictures</source>
        <translation>{count} 幅图像</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} 个图块</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{width} × {height} px of {gsd}</source>
        <translation>{width} × {height} px，像元 {gsd}</translation>
    </message>
</context>
<context>
    <name>ForeshockExample</name>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>An example needs {least} px a side, and no side more than {times} times the other.</source>
        <translation>示例每边至少需要 {least} px，且长边不得超过短边的 {times} 倍。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose another layer.</source>
        <translation>请选择其他图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose layers that share a smaller place (at most {most} px a side).</source>
        <translation>请选择重叠部分较小的图层（每边最多 {most} px）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose two that overlap.</source>
        <translation>请选择两个相互重叠的图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example layer {path} cannot be read: {reason}.</source>
        <translation>无法读取示例图层 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example would need {width} × {height} px of a map service.</source>
        <translation>该示例需要从地图服务获取 {width} × {height} px。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example's two layers have no data at the same place.</source>
        <translation>示例的两个图层在同一位置均无数据。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The place that both example layers show has {width} × {height} px, which is too small or too narrow.</source>
        <translation>示例的两个图层共同显示的区域为 {width} × {height} px，太小或太窄。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>no reason given</source>
        <translation>未给出原因</translation>
    </message>
</context>
<context>
    <name>ForeshockExamplePanel</name>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>An example needs two layers that show the same place.</source>
        <translation>示例需要两个显示同一地点的图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose both, or leave both empty.</source>
        <translation>请两个都选，或都留空。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two different layers.</source>
        <translation>请选择两个不同的图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two layers in the same coordinate system.</source>
        <translation>请选择两个坐标参照系相同的图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The chosen model takes no examples.</source>
        <translation>所选模型不接受示例。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example has only one of its two layers.</source>
        <translation>示例的两个图层只选了一个。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example shows the same layer before and after.</source>
        <translation>示例的之前和之后是同一个图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The extents of the example's two layers cannot be compared.</source>
        <translation>无法比较示例两个图层的范围。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The layers of the earlier simulation's example are not in this project.</source>
        <translation>先前那次模拟的示例图层不在此工程中。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Two layers of one place, before and after a real event, show the model what is meant. Their common extent is sent with every tile.</source>
        <translation>同一地点在真实事件前后的两个图层，可向模型说明所指的是什么。两者的共同范围会随每个图块一起发送。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{before}” and “{after}” do not overlap.</source>
        <translation>“{before}”与“{after}”不重叠。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{layer}” cannot serve as an example: {reason}</source>
        <translation>“{layer}”不能作为示例：{reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockExplain</name>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>A queue at the broker is not as expected: {what}.</source>
        <translation>消息代理上的队列与预期不符：{what}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator for the permissions of a client.</source>
        <translation>请向管理员申请客户端权限。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to delete the old queue; plugin and fleet may be of different versions.</source>
        <translation>请管理员删除旧队列；插件与集群的版本可能不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to raise max_message_size to 9 MiB at least.</source>
        <translation>请管理员将 max_message_size 提高到至少 9 MiB。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to run “foreshock topology apply”.</source>
        <translation>请管理员运行“foreshock topology apply”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator whether logins by certificate (EXTERNAL) are on, and for which name.</source>
        <translation>请询问管理员是否已启用证书登录（EXTERNAL），以及使用哪个名称。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask whether {proxy} lets other things than web pages through.</source>
        <translation>请询问 {proxy} 是否允许网页以外的流量通过。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check both in the connection settings.</source>
        <translation>请在连接设置中检查这两项。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check port and scheme.</source>
        <translation>请检查端口和协议前缀。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the broker address and the network.</source>
        <translation>请检查消息代理地址和网络。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the part after the last slash of the broker address, or ask the operator.</source>
        <translation>请检查消息代理地址中最后一个斜杠之后的部分，或询问管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port. If it is right, the broker is overloaded: tell the operator.</source>
        <translation>请检查端口。如果端口正确，则消息代理已过载：请告知管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port: amqps:// has 5671 mostly.</source>
        <translation>请检查端口：amqps:// 通常为 5671。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check this computer's clock; if it is right, ask the operator to renew the certificate.</source>
        <translation>请检查本机的时钟；如果时钟正确，请管理员更新证书。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Choose a client certificate that this broker knows in the connection settings.</source>
        <translation>请在连接设置中选择此消息代理认可的客户端证书。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Close another QGIS that uses it, or ask the operator.</source>
        <translation>请关闭使用该用户的其他 QGIS，或询问管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Give the operator's certificate authority as the CA file of the connection, or add it in QGIS's options.</source>
        <translation>请将管理员的证书颁发机构设为连接的 CA 文件，或添加到 QGIS 选项中。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>If it works without the proxy, the proxy opens encrypted connections: ask your network administrator to leave this one alone.</source>
        <translation>如果不使用代理服务器时正常，则代理服务器会解开加密连接：请网络管理员对此连接例外处理。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is a worker running? “foreshock doctor” on its machine tells.</source>
        <translation>是否有工作节点在运行？请在其计算机上运行“foreshock doctor”查看。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the address right? A firewall may stop AMQP: ask for this port to be opened, or for a proxy, and set that in QGIS's options (Network).</source>
        <translation>地址是否正确？防火墙可能拦截 AMQP：请申请开放此端口，或申请代理服务器并在 QGIS 选项（网络）中设置。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation>消息代理是否在运行，地址是否正确？</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It does within two minutes; it is tried again by itself, and nothing is lost.</source>
        <translation>两分钟内即会发现；会自动重试，不会丢失任何内容。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again by itself; nothing is lost.</source>
        <translation>会自动重试，不会丢失任何内容。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes cancels at this broker.</source>
        <translation>此消息代理上没有接收取消消息的一方。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes jobs at this broker.</source>
        <translation>此消息代理上没有接收作业的一方。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes questions at this broker.</source>
        <translation>此消息代理上没有接收查询的一方。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place} in time.</source>
        <translation>{place} 未及时应答。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place}.</source>
        <translation>{place} 没有应答。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Plugin and fleet may be of different versions.</source>
        <translation>插件与集群的版本可能不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Run the simulation again.</source>
        <translation>请重新运行模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The answer about what can be done cannot be read ({reason}).</source>
        <translation>无法读取关于可用功能的应答（{reason}）。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} does not let the client certificate in.</source>
        <translation>位于 {place} 的消息代理不接受该客户端证书。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} refuses the user “{user}” with this password.</source>
        <translation>位于 {place} 的消息代理拒绝使用此密码的用户“{user}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} was stopped, or an operator closed the connection.</source>
        <translation>位于 {place} 的消息代理已停止，或管理员关闭了连接。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker closed the channel: {code} {what}.</source>
        <translation>消息代理关闭了通道：{code} {what}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}” but as “{known}”.</source>
        <translation>消息代理认得的用户名不是“{user}”，而是“{known}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}”.</source>
        <translation>消息代理不认识用户“{user}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not take messages as large as a tile: {what}.</source>
        <translation>消息代理不接受与图块一样大的消息：{what}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has not noticed yet that the last connection of this QGIS ended.</source>
        <translation>消息代理尚未发现此 QGIS 的上一个连接已结束。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has paused ({reason}) and takes no jobs for now.</source>
        <translation>消息代理已暂停（{reason}），暂不接收作业。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of disk and takes no jobs for now.</source>
        <translation>消息代理磁盘空间不足，暂不接收作业。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory and takes no jobs for now.</source>
        <translation>消息代理内存不足，暂不接收作业。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory or disk and takes no jobs for now.</source>
        <translation>消息代理内存或磁盘空间不足，暂不接收作业。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is there, but no worker answers.</source>
        <translation>消息代理可用，但没有工作节点应答。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker lacks what Foreshock needs: {what}.</source>
        <translation>消息代理缺少 Foreshock 所需的内容：{what}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker took no jobs until the request's time was over.</source>
        <translation>消息代理直到请求超时都没有接收作业。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The certificate of {place} is not trusted: {reason}.</source>
        <translation>{place} 的证书不受信任：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} failed: {reason}.</source>
        <translation>与 {place} 的连接失败：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} was lost.</source>
        <translation>与 {place} 的连接已中断。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection was closed.</source>
        <translation>连接已关闭。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The queue is full: the broker takes no more jobs now.</source>
        <translation>队列已满：消息代理现在不再接收作业。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” has as many connections at {place} as the operator allows.</source>
        <translation>用户“{user}”在 {place} 的连接数已达管理员允许的上限。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not do this: {what}.</source>
        <translation>用户“{user}”无权执行此操作：{what}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not enter “{vhost}” at {place}, or it does not exist.</source>
        <translation>用户“{user}”无权进入 {place} 上的“{vhost}”，或其不存在。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>There is no host “{host}”.</source>
        <translation>没有主机“{host}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>What answers at {place} is no AMQP broker.</source>
        <translation>{place} 上应答的不是 AMQP 消息代理。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write in the broker address the name under which the broker knows you.</source>
        <translation>请在消息代理地址中写入消息代理所认识的用户名。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write the host as the certificate names it, or ask the operator for a certificate of this name.</source>
        <translation>请按证书中的名称填写主机，或向管理员索取此名称的证书。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves when others are done.</source>
        <translation>你的图块在此等待，其他图块完成后会自动发出。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves; tell the operator if it lasts.</source>
        <translation>你的图块在此等待，会自动发出；如果持续如此，请告知管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} does not speak TLS as expected ({reason}).</source>
        <translation>{place} 未按预期使用 TLS（{reason}）。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} refuses our certificate ({reason}).</source>
        <translation>{place} 拒绝了我们的证书（{reason}）。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} takes the connection, but says nothing as a broker would.</source>
        <translation>{place} 接受了连接，但没有像消息代理那样应答。</translation>
    </message>
</context>
<context>
    <name>ForeshockExplainProxy</name>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for a user and a password (“Basic”) at the proxy, or to let connections to {place} through without a login.</source>
        <translation>请向网络管理员索取代理服务器的用户名和密码（“Basic”），或请其允许免登录连接 {place}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for another password.</source>
        <translation>请向网络管理员索取其他密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator to allow CONNECT to {place}.</source>
        <translation>请网络管理员允许对 {place} 使用 CONNECT。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check both where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation>请在 QGIS 的代理服务器设置中检查这两项：设置 → 选项 → 网络。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the proxy in QGIS: Settings → Options → Network.</source>
        <translation>请在 QGIS 中检查代理服务器：设置 → 选项 → 网络。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS's options (Network) and the address of the broker. If they are right, ask your network administrator.</source>
        <translation>请检查 QGIS 选项（网络）中代理服务器的类型和端口，以及消息代理的地址。如果均正确，请询问网络管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS: Settings → Options → Network.</source>
        <translation>请在 QGIS 中检查代理服务器的类型和端口：设置 → 选项 → 网络。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type of the proxy in QGIS's options (Network). If it is right, ask your network administrator whether the proxy lets connections to {place} through.</source>
        <translation>请检查 QGIS 选项（网络）中代理服务器的类型。如果正确，请询问网络管理员代理服务器是否允许连接 {place}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Fill them in where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation>请在 QGIS 的代理服务器设置中填写：设置 → 选项 → 网络。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the address of the broker right? If it is, ask the operator, or your network administrator.</source>
        <translation>消息代理的地址是否正确？如果正确，请询问集群管理员或网络管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation>消息代理是否在运行，地址是否正确？</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Nothing answers at {place}, says {proxy}.</source>
        <translation>{proxy} 返回：{place} 没有应答。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Tell your network administrator if it lasts.</source>
        <translation>如果持续如此，请告知网络管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>The user name or the password for {proxy} cannot be sent to it: it is too long, or has letters that proxies do not know.</source>
        <translation>无法向 {proxy} 发送用户名或密码：过长，或含有代理服务器不支持的字符。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>There is no host “{host}”, which is to be the proxy.</source>
        <translation>没有应作为代理服务器的主机“{host}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>What answers at {host}:{port} is no {kind} proxy.</source>
        <translation>{host}:{port} 上应答的不是 {kind} 代理服务器。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} cannot reach {place}{status}.</source>
        <translation>{proxy} 无法连接 {place}{status}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer in time.</source>
        <translation>{proxy} 未及时应答。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer.</source>
        <translation>{proxy} 没有应答。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not let connections to {place} through{status}.</source>
        <translation>{proxy} 不允许连接 {place}{status}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} ends the connection without opening the way to {place}.</source>
        <translation>{proxy} 结束了连接，没有接通 {place}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} has a failure of its own and opens no way to {place}.</source>
        <translation>{proxy} 自身发生故障，没有接通 {place}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} lets in only who logs in by {ways}, which Foreshock cannot.</source>
        <translation>{proxy} 只允许以 {ways} 方式登录，Foreshock 不支持。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} refuses the user “{user}” with this password.</source>
        <translation>{proxy} 拒绝使用此密码的用户“{user}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes no login by user and password.</source>
        <translation>{proxy} 不接受以用户名和密码登录。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes the connection, but does not say in time whether it opens the way to {place}.</source>
        <translation>{proxy} 接受了连接，但未及时说明是否接通 {place}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} wants a user and a password.</source>
        <translation>{proxy} 要求用户名和密码。</translation>
    </message>
</context>
<context>
    <name>ForeshockFirstRun</name>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>&lt;b&gt;Every result is synthetic imagery: a computed scenario, not an observation.&lt;/b&gt; It is marked as such in its name, on the map, in the layer panel and in its file.</source>
        <translation>&lt;b&gt;每个结果都是合成影像：计算得出的情景，并非实际观测。&lt;/b&gt;其名称、地图、图层面板和文件中均有此标记。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>&lt;b&gt;It is saved, but the test has failed.&lt;/b&gt; Put it right under Raster → Foreshock → Connection…, where Test says what is missing. Then:</source>
        <translation>&lt;b&gt;已保存，但测试失败。&lt;/b&gt;请在“栅格 → Foreshock → 连接…”中修改，其中的“测试”会说明缺少什么。然后：</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>A fleet of workers that my organisation runs</source>
        <translation>本单位运行的计算集群</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ask the operator for it.</source>
        <translation>请向管理员索取。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the &lt;b&gt;scenario&lt;/b&gt; and how bad it is. The area is what the map shows.</source>
        <translation>选择&lt;b&gt;情景&lt;/b&gt;及其严重程度。区域即为地图所显示的范围。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>请选择文件“foreshock”（Windows 上为“foreshock.exe”）。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Does it work?</source>
        <translation>能正常工作吗？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Fast, also for large areas, and it goes on while QGIS is closed. You need the address of its broker and your password or certificate; the operator gives you both. The imagery of your area is sent there, encrypted.</source>
        <translation>速度快，大范围也不例外，QGIS 关闭后仍会继续。需要消息代理的地址，以及你的密码或证书；两者均由管理员提供。所选区域的影像会加密发送到那里。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Foreshock computes how a place would look after a disaster.</source>
        <translation>Foreshock 计算一个地方在灾后的样子。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Go back and put it right, or save it as it is: it can be changed at any time under Raster → Foreshock → Connection…</source>
        <translation>请返回修改，或照此保存：随时可在“栅格 → Foreshock → 连接…”中更改。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Leave the CA file empty unless the operator gave you one: the certificates that QGIS and the system trust are trusted here, too.</source>
        <translation>除非管理员提供了 CA 文件，否则请留空：QGIS 和系统信任的证书在此同样受信任。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No imagery at hand? Any map service works too, such as an XYZ layer of aerial imagery. &lt;b&gt;User guide&lt;/b&gt; in the same menu tells more.</source>
        <translation>手头没有影像？任何地图服务都可以，例如航空影像的 XYZ 图层。详见同一菜单中的&lt;b&gt;用户指南&lt;/b&gt;。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No network, no account: nothing leaves this computer. You need the program “foreshock”. Large areas take long, and go on only while QGIS runs.</source>
        <translation>无需网络，无需账户：任何内容都不会离开本机。需要程序“foreshock”。大范围耗时较长，且只在 QGIS 运行时进行。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No password is ever written to the settings.</source>
        <translation>密码绝不会写入设置。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Not ready yet</source>
        <translation>尚未就绪</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Press &lt;b&gt;Run&lt;/b&gt;. Tiles appear on the map as they are finished.</source>
        <translation>点击&lt;b&gt;运行&lt;/b&gt;。图块完成后即显示在地图上。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Right-click a raster layer → &lt;b&gt;Simulate damage…&lt;/b&gt;</source>
        <translation>右击栅格图层 → &lt;b&gt;模拟灾损…&lt;/b&gt;</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Set up Foreshock</source>
        <translation>设置 Foreshock</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The model runs in one of two places.</source>
        <translation>模型可在两处之一运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The next pages ask who does the work, and try it out. It takes two minutes, and can be changed later.</source>
        <translation>以下几页会询问由谁来计算，并加以测试。需要两分钟，之后可以更改。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The operator gives you the address of its broker.</source>
        <translation>消息代理的地址由管理员提供。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The part before @ is your user name, the part after the last / the fleet's own area.</source>
        <translation>@ 之前的部分是你的用户名，最后一个 / 之后的部分是集群自己的区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no address yet.</source>
        <translation>尚未填写地址。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no password yet.</source>
        <translation>尚未填写密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no program yet.</source>
        <translation>尚未选择程序。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Three clicks to the first result:</source>
        <translation>三步得到第一个结果：</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Type it, or choose another way.</source>
        <translation>请输入，或选择其他方式。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>What if it happened here?</source>
        <translation>假如灾害发生在这里？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Where is the fleet?</source>
        <translation>计算集群在哪里？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Which program?</source>
        <translation>使用哪个程序？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who are you?</source>
        <translation>以什么身份登录？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who does the work?</source>
        <translation>由谁来计算？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You can save without waiting for the end.</source>
        <translation>不必等到结束即可保存。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You right-click a raster layer and say what shall happen there: a flood, an earthquake, a fire, or in your own words. A new layer comes back, which lies exactly on the old one.</source>
        <translation>右击栅格图层，说明那里应发生什么：洪水、地震、火灾，或自行描述。随后会得到一个新图层，与原图层精确重合。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>“foreshock” computes the imagery; it needs no installation.</source>
        <translation>“foreshock”计算影像，无需安装。</translation>
    </message>
</context>
<context>
    <name>ForeshockFlip</name>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Its time was switched off in the layer's properties: set a fixed range there (Temporal).</source>
        <translation>其时态已在图层属性中关闭：请在其中设置固定时间范围（时态）。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>This map view has no temporal controller.</source>
        <translation>此地图视图没有时态控制器。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Use the main map of QGIS, or the swipe tool.</source>
        <translation>请使用 QGIS 的主地图，或使用卷帘工具。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>“{layer}” has no time.</source>
        <translation>“{layer}”没有时间。</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprint</name>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>1 area</source>
        <translation>1 个图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Area (m²)</source>
        <translation>面积（m²）</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>文件已写好，请尝试手动添加。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Pixels</source>
        <translation>像元数</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>QGIS cannot open the change footprint {path}.</source>
        <translation>QGIS 无法打开变化范围文件 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{count} areas</source>
        <translation>{count} 个图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{result} change ({areas}, {size})</source>
        <translation>{result} 变化范围（{areas}，{size}）</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprintFile</name>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>Is the disk full?</source>
        <translation>磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>The change footprint cannot be traced: {reason}.</source>
        <translation>无法勾绘变化范围：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockGrid</name>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>a tile side of {side} px cannot be used</source>
        <translation>图块边长不能为 {side} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>an overlap of {overlap} px cannot be used with tiles of {side} px</source>
        <translation>边长为 {side} px 的图块不能使用 {overlap} px 的重叠</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area needs {tiles} tiles; choose a smaller one</source>
        <translation>该区域需要 {tiles} 个图块；请选择较小的区域</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest does not overlap the raster</source>
        <translation>目标区域与栅格不重叠</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest is not finite</source>
        <translation>目标区域的坐标不是有限数值</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform holds a number that is not finite</source>
        <translation>地理变换参数含有非有限数值</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform is singular: its pixels have no area</source>
        <translation>地理变换参数是奇异的：其像元没有面积</translation>
    </message>
</context>
<context>
    <name>ForeshockGroups</name>
    <message>
        <location filename="../foreshock/layers/groups.py"/>
        <source>Simulations</source>
        <translation>模拟</translation>
    </message>
</context>
<context>
    <name>ForeshockHelp</name>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>{page} — Foreshock help</source>
        <translation>{page} — Foreshock 帮助</translation>
    </message>
</context>
<context>
    <name>ForeshockJobActions</name>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Add result to project</source>
        <translation>将结果添加到工程</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Duplicate…</source>
        <translation>复制为新作业…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Zoom to</source>
        <translation>缩放到其范围</translation>
    </message>
</context>
<context>
    <name>ForeshockJobAreas</name>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>Choose another one for the project.</source>
        <translation>请为工程另选一个坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>The area cannot be shown in the map's coordinate system.</source>
        <translation>无法在地图的坐标参照系中显示该区域。</translation>
    </message>
</context>
<context>
    <name>ForeshockJobLog</name>
    <message>
        <location filename="../foreshock/jobs/job_log.py"/>
        <source>lines are left out here: the log had grown too long</source>
        <translation>此处略去若干行：日志过长</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsColumns</name>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>From “Run” to the result</source>
        <translation>从“运行”到得到结果</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Heard</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>How many pieces the area was cut into, and how many of them are there</source>
        <translation>区域分成了多少个图块，其中多少个已完成</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Large requests take the bulk lane, so that nobody who waits at a screen is held up</source>
        <translation>大型请求走批量通道，以免耽误在屏幕前等待的用户</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles</source>
        <translation>图块</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles that the fleet had computed before and did not have to compute again</source>
        <translation>集群此前已计算、无需重新计算的图块</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>When a worker last gave a sign of life for it</source>
        <translation>工作节点最近一次为其发出活动信号的时间</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsDock</name>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>All jobs</source>
        <translation>全部作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Failed or called off</source>
        <translation>失败或已取消</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Filter by layer, scenario or words</source>
        <translation>按图层、情景或文字过滤</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Foreshock jobs</source>
        <translation>Foreshock 作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>No job fits the filter.</source>
        <translation>没有符合过滤条件的作业。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Reading the jobs of this profile…</source>
        <translation>正在读取此用户配置的作业…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Stopped or to be fetched</source>
        <translation>已停止或待取回</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>There are no jobs yet.

Right-click a raster layer and choose “Simulate damage…”. Each run is listed here, with its progress and its log, also after QGIS was closed.</source>
        <translation>还没有作业。

右击栅格图层，选择“模拟灾损…”。每次运行都会列在这里，连同其进度和日志，QGIS 关闭后也会保留。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsLocator</name>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Add result to project</source>
        <translation>将结果添加到工程</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Foreshock jobs</source>
        <translation>Foreshock 作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Zoom to</source>
        <translation>缩放到其范围</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsPanel</name>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Foreshock jobs</source>
        <translation>Foreshock 作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>It was moved or deleted. “Duplicate…” makes another one.</source>
        <translation>文件已被移动或删除。可用“复制为新作业…”重新生成。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove this job and its log from the list?</source>
        <translation>从列表中移除此作业及其日志？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove {count} jobs and their logs from the list?</source>
        <translation>从列表中移除 {count} 个作业及其日志？</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Results stay where they are. A job that was removed cannot be retried.</source>
        <translation>结果保持原位。移除的作业无法重试。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Simulate on the layer anew.</source>
        <translation>请在该图层上重新模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The diagnostics are on the clipboard. They hold no passwords.</source>
        <translation>诊断信息已复制到剪贴板，不含密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The log cannot be read: {reason}.</source>
        <translation>无法读取日志：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The result is not there any more: {path}</source>
        <translation>结果已不存在：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>“{job}” is not in the journal any more.</source>
        <translation>日志库中已没有“{job}”。</translation>
    </message>
</context>
<context>
    <name>ForeshockJobsWords</name>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>1 job</source>
        <translation>1 个作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>All tiles are at the broker. The next worker that is free takes them.</source>
        <translation>所有图块都已到达消息代理，将由下一个空闲的工作节点领取。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>It was under way when QGIS ended. “Go on” connects and fetches what has come since.</source>
        <translation>QGIS 退出时它仍在进行。点击“继续”即可连接并取回此后到达的内容。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Nothing is lost. “Go on” sends what is missing.</source>
        <translation>不会丢失任何内容。点击“继续”即可发送缺少的部分。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Processing or another QGIS sent it, and gets its result. If neither runs any more, “Collect results” in the toolbox fetches it.</source>
        <translation>它由处理算法或另一个 QGIS 发送，结果也由其取回。如果二者均已不在运行，可用工具箱中的“收取结果”取回。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Running</source>
        <translation>计算中</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>To be fetched</source>
        <translation>待取回</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Under way elsewhere</source>
        <translation>在别处进行中</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Waiting for a worker</source>
        <translation>等待工作节点</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers tell of each step. If the one that has this tile has died, the broker gives the tile to another one by itself.</source>
        <translation>工作节点每一步都会报告。如果领取此图块的节点已失效，消息代理会自动将该图块交给另一个节点。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers: {names}</source>
        <translation>工作节点：{names}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Writing the result</source>
        <translation>正在写入结果</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>bulk</source>
        <translation>批量</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>interactive</source>
        <translation>交互</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>not yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>silent for {time}</source>
        <translation>已 {time} 无活动</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} jobs</source>
        <translation>{count} 个作业</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} stopped or to be fetched</source>
        <translation>{count} 个已停止或待取回</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} under way</source>
        <translation>{count} 个进行中</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{done} of {tiles}</source>
        <translation>{done}/{tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count})</source>
        <translation>{name}（{index}/{count}）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count}: {label})</source>
        <translation>{name}（{index}/{count}：{label}）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %, about {time} left</source>
        <translation>{percent} %，约剩 {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{state}: {reason}</source>
        <translation>{state}：{reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{width} × {height} px, model {model}, {steps} steps, seed {seed}</source>
        <translation>{width} × {height} px，模型 {model}，步数 {steps}，种子 {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>“{instruction}”</source>
        <translation>“{instruction}”</translation>
    </message>
</context>
<context>
    <name>ForeshockJournal</name>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Delete its folder.</source>
        <translation>请删除其文件夹。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} cannot be read: {reason}.</source>
        <translation>无法读取日志文件 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} is damaged: {reason}.</source>
        <translation>日志文件 {path} 已损坏：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockLayer</name>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>A GeoTIFF cannot hold this layer's coordinate reference system.</source>
        <translation>GeoTIFF 无法存储此图层的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose a layer with a picture.</source>
        <translation>请选择含有影像的图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose one of its sublayers.</source>
        <translation>请选择它的一个子图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it first (Raster → Conversion → PCT to RGB).</source>
        <translation>请先转换（栅格 → 转换 → PCT转RGB）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to 8- or 16-bit whole numbers or to floating point first.</source>
        <translation>请先转换为 8 位或 16 位整型，或浮点型。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first (Raster → Conversion → Translate).</source>
        <translation>请先转换为 RGB（栅格 → 转换 → 转换 (格式转换)）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first.</source>
        <translation>请先转换为 RGB。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to one type first (Raster → Conversion → Translate).</source>
        <translation>请先转换为同一数据类型（栅格 → 转换 → 转换 (格式转换)）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Each band of this raster has a mask of its own; a GeoTIFF holds one for all.</source>
        <translation>此栅格的每个波段各有掩膜；GeoTIFF 只能为所有波段保存一个。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it anew (Layer → Georeferencer).</source>
        <translation>请重新配准（图层 → 配准工具）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it first (Layer → Georeferencer).</source>
        <translation>请先配准（图层 → 配准工具）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it a nodata value first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>请先指定一个无数据值（栅格 → 投影 → 变形 (重投影)，“输出波段的无数据值”）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it one first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>请先为其指定一个（栅格 → 投影 → 变形 (重投影)，“输出波段的无数据值”）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Repair its source first.</source>
        <translation>请先修复其数据源。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Samples of type {kind} are not supported.</source>
        <translation>不支持数据类型 {kind}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>请先将该区域保存为 GeoTIFF（导出 → 另存为）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Scale it to 8 bit first (Raster → Conversion → Translate).</source>
        <translation>请先缩放到 8 位（栅格 → 转换 → 转换 (格式转换)）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>请先设置（图层 → 设置图层CRS）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Set the right one first (Layer → Set CRS of Layer).</source>
        <translation>请先设置正确的坐标参照系（图层 → 设置图层CRS）。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation>合成影像：并非实际观测</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster are no red, green and blue (CMYK, HLS or YCbCr).</source>
        <translation>此栅格的波段不是红、绿、蓝（而是 CMYK、HLS 或 YCbCr）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different nodata values; a GeoTIFF holds one for all.</source>
        <translation>此栅格各波段的无数据值不同；GeoTIFF 只能为所有波段保存一个。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different sample types.</source>
        <translation>此栅格各波段的数据类型不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The colours of this raster are {space}.</source>
        <translation>此栅格的颜色空间为 {space}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The geotransform of this raster gives its pixels no place on the ground.</source>
        <translation>此栅格的地理变换参数无法为像元给出地面位置。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The samples of this raster have {bits} bit each, too few to be edited.</source>
        <translation>此栅格的像元值只有 {bits} 位，不足以编辑。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer cannot be read.</source>
        <translation>无法读取此图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>此图层没有坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer is drawn by a service, so its own pixels are not at hand.</source>
        <translation>此图层由服务绘制，因此无法取得其自身的像元。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer's coordinate reference system cannot be sent.</source>
        <translation>此图层的坐标参照系无法发送。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer's coordinate reference system is geographic, but its coordinates are no degrees.</source>
        <translation>此图层的坐标参照系是地理坐标系，但其坐标不是经纬度。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has ground control points or sensor coefficients (RPC), but no geotransform.</source>
        <translation>此栅格有地面控制点或传感器系数（RPC），但没有地理变换参数。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no band.</source>
        <translation>此栅格没有波段。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no geotransform, so its pixels have no place on the ground.</source>
        <translation>此栅格没有地理变换参数，因此其像元没有地面位置。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has nothing but an alpha band.</source>
        <translation>此栅格只有 Alpha 波段。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster is rotated against its coordinate system.</source>
        <translation>此栅格相对于其坐标系有旋转。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster stores palette numbers, not colours.</source>
        <translation>此栅格存储的是调色板编号，而不是颜色。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Warp it first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>请先重投影（栅格 → 投影 → 变形 (重投影)），再在结果上模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Warp it to another first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>请先重投影到其他坐标参照系（栅格 → 投影 → 变形 (重投影)），再在结果上模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>“{instruction}”
{notice}.</source>
        <translation>“{instruction}”
{notice}。</translation>
    </message>
</context>
<context>
    <name>ForeshockLayout</name>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>After: {what}</source>
        <translation>之后：{what}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before (SIMULATED)</source>
        <translation>之前（模拟，SIMULATED）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed</source>
        <translation>发生变化</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed: {area}</source>
        <translation>变化面积：{area}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Computed: {time} UTC</source>
        <translation>计算时间：{time} UTC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Install the plugin anew.</source>
        <translation>请重新安装插件。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Instruction: “{words}”</source>
        <translation>指令：“{words}”</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Made from: {layer}</source>
        <translation>源图层：{layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Model: {model} ({digest}), seed {seed}, {steps} steps</source>
        <translation>模型：{model}（{digest}），种子 {seed}，步数 {steps}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>QGIS cannot read the template {path}.</source>
        <translation>QGIS 无法读取模板 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED</source>
        <translation>模拟影像</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED · Synthetic imagery: a computed scenario, not an observation.</source>
        <translation>模拟（SIMULATED） · 合成影像：计算得出的情景，并非实际观测。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The project takes no layout named “{name}”.</source>
        <translation>工程不接受名为“{name}”的布局。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The template {path} has no item “{name}”.</source>
        <translation>模板 {path} 中没有项目“{name}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>{layer}: before and after</source>
        <translation>{layer}：前后对比</translation>
    </message>
</context>
<context>
    <name>ForeshockLocal</name>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Check program, model and threads in the connection settings; the program may be of another version.</source>
        <translation>请在连接设置中检查程序、模型和线程数；程序可能是其他版本。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose another model folder in the connection settings.</source>
        <translation>请在连接设置中选择其他模型文件夹。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose the program “foreshock” in the connection settings.</source>
        <translation>请在连接设置中选择程序“foreshock”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is not started again by itself: free memory, or choose fewer threads or a smaller model, and run again.</source>
        <translation>它不会自动重新启动：请释放内存，或减少线程数、选择较小的模型，然后重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is started again; nothing is lost.</source>
        <translation>它会重新启动，不会丢失任何内容。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Plugin and program may be of different versions.</source>
        <translation>插件与程序的版本可能不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The local program does not speak as expected: {words}</source>
        <translation>本机程序的通信不符合预期：{words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The model on this computer cannot be loaded: {words}</source>
        <translation>无法加载本机上的模型：{words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended by signal {number}: {words}</source>
        <translation>本机上的程序因信号 {number} 而结束：{words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended with code {number}: {words}</source>
        <translation>本机上的程序以代码 {number} 结束：{words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer refuses its settings: {words}</source>
        <translation>本机上的程序拒绝其设置：{words}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program {path} cannot be started: {reason}.</source>
        <translation>无法启动程序 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>What the local program says cannot be taken: {reason}.</source>
        <translation>无法接受本机程序发来的内容：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>it said nothing</source>
        <translation>程序没有返回任何信息</translation>
    </message>
</context>
<context>
    <name>ForeshockLogKeeper</name>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>QGIS ends, or the plugin is switched off: it goes on later</source>
        <translation>QGIS 退出或插件被停用：稍后继续</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[error codes: {codes}]</source>
        <translation>[错误代码：{codes}]</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[workers: {workers}]</source>
        <translation>[工作节点：{workers}]</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>all tiles are sent</source>
        <translation>所有图块均已发送</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>begins: {tiles} tiles, {lane}, {place}; model {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation>开始：{tiles} 个图块，{lane}，{place}；模型 {model}（{digest}），步数 {steps}，种子 {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>called off by the user</source>
        <translation>已由用户取消</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connected to {place}</source>
        <translation>已连接到 {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connection ({state}): {reason}</source>
        <translation>连接（{state}）：{reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>done: the result is written; {cached} of {tiles} tiles came from the cache</source>
        <translation>完成：结果已写入；{tiles} 个图块中有 {cached} 个来自缓存</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>failed: {reason}</source>
        <translation>失败：{reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>goes on: {tiles} tiles, {lane}, {place}</source>
        <translation>继续：{tiles} 个图块，{lane}，{place}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later</source>
        <translation>已停止，可稍后继续</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later: {reason}</source>
        <translation>已停止，可稍后继续：{reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile} begins once more, on {worker}</source>
        <translation>图块 {tile} 重新开始，节点 {worker}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: called off on {worker}</source>
        <translation>图块 {tile}：已在 {worker} 上取消</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: computed by {worker} in {seconds} s</source>
        <translation>图块 {tile}：由 {worker} 计算，用时 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: failed on {worker}: {reason} ({code})</source>
        <translation>图块 {tile}：在 {worker} 上失败：{reason}（{code}）</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: from the cache, by {worker}</source>
        <translation>图块 {tile}：来自缓存，由 {worker} 提供</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>worker {worker} takes part</source>
        <translation>工作节点 {worker} 参与计算</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>{count} of {tiles} tiles are there already</source>
        <translation>{tiles} 个图块中已有 {count} 个</translation>
    </message>
</context>
<context>
    <name>ForeshockLogWindow</name>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Log: {job}</source>
        <translation>日志：{job}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Nothing was noted for this job. Processing keeps a log of its own.</source>
        <translation>此作业没有任何记录。处理算法有自己的日志。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Times are UTC. The log holds no passwords.</source>
        <translation>时间为 UTC。日志不含密码。</translation>
    </message>
</context>
<context>
    <name>ForeshockMask</name>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>Draw the area again.</source>
        <translation>请重新绘制该区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask cannot be drawn: {reason}.</source>
        <translation>无法绘制掩膜：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline cannot be read.</source>
        <translation>无法读取掩膜的轮廓。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline crosses itself.</source>
        <translation>掩膜的轮廓自相交。</translation>
    </message>
</context>
<context>
    <name>ForeshockMessages</name>
    <message>
        <location filename="../foreshock/core/messages.py"/>
        <source>a tile's message has {size} bytes; choose a model with smaller tiles</source>
        <translation>一个图块的消息有 {size} 字节；请选择图块较小的模型</translation>
    </message>
</context>
<context>
    <name>ForeshockModelPanel</name>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Another seed gives another picture of the same scenario</source>
        <translation>更换种子，可得到同一情景的另一幅图像</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>How much is drawn anew; with less, more of what is there shows through</source>
        <translation>重新绘制的程度；数值越小，原有内容保留得越多</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Licence: {name}</source>
        <translation>许可证：{name}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model, seed, example</source>
        <translation>模型、种子、示例</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>New</source>
        <translation>换一个</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>The same scenario with so many seeds, one after another</source>
        <translation>用这么多个种子依次模拟同一情景</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>no commercial use</source>
        <translation>不得商用</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>not accepted by the operator, so jobs are refused</source>
        <translation>管理员未接受，因此作业会被拒绝</translation>
    </message>
</context>
<context>
    <name>ForeshockNames</name>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source> — SIMULATED</source>
        <translation> — 模拟（SIMULATED）</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source>{layer}: {scenario}</source>
        <translation>{layer}：{scenario}</translation>
    </message>
</context>
<context>
    <name>ForeshockOutcomeImage</name>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>A worker sent an image that cannot be used: {fact}.</source>
        <translation>工作节点发来的影像无法使用：{fact}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>请告知集群管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it has {width} × {height} px and {bands} bands, not {side} × {side} and 4</source>
        <translation>其大小为 {width} × {height} px、{bands} 个波段，而不是 {side} × {side} 和 4 个波段</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it is no GeoTIFF</source>
        <translation>不是 GeoTIFF</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it lies elsewhere than its tile</source>
        <translation>其位置与图块不符</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its data are damaged</source>
        <translation>其数据已损坏</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its samples are not 8 bit</source>
        <translation>其像元值不是 8 位</translation>
    </message>
</context>
<context>
    <name>ForeshockPair</name>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose another raster.</source>
        <translation>请选择其他栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation>请选择生成该结果的源栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Complex numbers cannot be compared.</source>
        <translation>无法比较复数值。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The result does not lie inside the source raster.</source>
        <translation>结果不在源栅格范围内。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters do not share one pixel grid.</source>
        <translation>两个栅格不在同一像元格网上。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters have not the same bands.</source>
        <translation>两个栅格的波段不一致。</translation>
    </message>
</context>
<context>
    <name>ForeshockPlausibility</name>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose the one that was written beside it.</source>
        <translation>请选择与结果一同写入的那个文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>No water level can be told: the change has no shore on known ground.</source>
        <translation>无法判断水位：变化范围在已知地面上没有岸线。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, every pixel is the source's, bit for bit.</source>
        <translation>在掩膜之外，每个像元都与源栅格逐位相同。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, where nothing may change, {share} of the pixels differ from the source.</source>
        <translation>掩膜之外不允许有变化，但有 {share} 的像元与源栅格不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Taken as water, the change has its level at {level} m.</source>
        <translation>若视为水体，变化范围的水位为 {level} m。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} cannot be opened.</source>
        <translation>无法打开变化范围文件 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} does not lie on the result.</source>
        <translation>变化范围 {path} 不在结果上。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The mask allowed change everywhere.</source>
        <translation>掩膜允许各处改变。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>There was no mask: change was allowed everywhere.</source>
        <translation>没有掩膜：各处均允许改变。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene has moved by {shift} px (tiles: {tiles}).</source>
        <translation>保留下来的地物移动了 {shift} px（图块：{tiles}）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene lies where it was: shifted by {shift} px (tiles: {tiles}).</source>
        <translation>保留下来的地物仍在原位：偏移 {shift} px（图块：{tiles}）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Whether the content has moved cannot be told: too little of the old texture is left.</source>
        <translation>无法判断内容是否移动：保留下来的原有纹理太少。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>less than {value} %</source>
        <translation>不足 {value} %</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the pixels differ from the source.</source>
        <translation>有 {share} 的像元与源栅格不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the unchanged ground at its edge lies more than {tolerance} m below: water would run there, unless it is a river or a lake.</source>
        <translation>其边缘未变化的地面有 {share} 低于水位 {tolerance} m 以上：水会流向那里，除非那里是河流或湖泊。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the water stands more than {tolerance} m above its level.</source>
        <translation>有 {share} 的水体高于其水位 {tolerance} m 以上。</translation>
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
        <translation>地震</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Flood</source>
        <translation>洪水</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Hurricane or tornado</source>
        <translation>飓风或龙卷风</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Landslide</source>
        <translation>滑坡</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>No damage</source>
        <translation>无灾损</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Snow</source>
        <translation>积雪</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Tsunami</source>
        <translation>海啸</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Volcanic ash</source>
        <translation>火山灰</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Wildfire</source>
        <translation>野火</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>door sills (1 m)</source>
        <translation>至门槛（1 m）</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>eaves (3 m)</source>
        <translation>至屋檐（3 m）</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>mild</source>
        <translation>轻度</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>moderate</source>
        <translation>中度</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>severe</source>
        <translation>重度</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>shallow (0.3 m)</source>
        <translation>浅水（0.3 m）</translation>
    </message>
</context>
<context>
    <name>ForeshockProbe</name>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Allow its execution in its properties.</source>
        <translation>请在其属性中允许执行。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Broker: {address}, login by {login}, way: {way}</source>
        <translation>消息代理：{address}，登录方式：{login}，路径：{way}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>请选择程序“foreshock”（Windows 上为“foreshock.exe”）。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”.</source>
        <translation>请选择程序“foreshock”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”; if this is it, install it anew.</source>
        <translation>请选择程序“foreshock”；如果就是它，请重新安装。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Proxy</source>
        <translation>代理服务器</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Queues and permissions</source>
        <translation>队列与权限</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>There is no file “{path}”.</source>
        <translation>没有文件“{path}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>This computer: {program}, model {model}</source>
        <translation>本机：{program}，模型 {model}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Virtual host</source>
        <translation>虚拟主机</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Worker</source>
        <translation>工作节点</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>all that a client needs</source>
        <translation>客户端所需的全部内容均已具备</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by certificate</source>
        <translation>用户 {user}，凭证书</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by password</source>
        <translation>用户 {user}，凭密码</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>directly</source>
        <translation>直接连接</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>it says nothing</source>
        <translation>没有返回任何信息</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>no model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>of the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{host} is {address}</source>
        <translation>{host} 为 {address}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{models}, version {version}</source>
        <translation>{models}，版本 {version}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence})</source>
        <translation>{model}（{licence}）</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence}, not accepted)</source>
        <translation>{model}（{licence}，未接受）</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} does not say its version.</source>
        <translation>{path} 未给出其版本。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not Foreshock, or does not run here: {reason}.</source>
        <translation>{path} 不是 Foreshock，或无法在此运行：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not a program that may be run.</source>
        <translation>{path} 不是可以运行的程序。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{port} answers</source>
        <translation>{port} 有应答</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{proxy} opens the way to {place}</source>
        <translation>{proxy} 已接通 {place}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{time} ms from question to answer</source>
        <translation>从提问到应答 {time} ms</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{version}, certificate {certificate}</source>
        <translation>{version}，证书{certificate}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{vhost} is open</source>
        <translation>{vhost} 可以进入</translation>
    </message>
</context>
<context>
    <name>ForeshockProcessing</name>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>A number speaks against the result</source>
        <translation>有指标表明结果不合理</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>A pixel is {gsd} m here; {model} was made for {low} to {high} m. Expect poor results.</source>
        <translation>此处像元为 {gsd} m；{model} 适用于 {low} 到 {high} m，结果可能欠佳。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>A row for each value of this field</source>
        <translation>按此字段的每个值各占一行</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Add the results to the project</source>
        <translation>将结果添加到工程</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features</source>
        <translation>受影响要素</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features by value</source>
        <translation>按值统计的受影响要素</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected from this share of a feature, % (0: any part)</source>
        <translation>受影响阈值：占要素的比例，%（0：任意部分）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>After (the result)</source>
        <translation>之后（结果）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>All of its number</source>
        <translation>其全部数值</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>An affected feature adds</source>
        <translation>受影响要素计入</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Area (if not set: the whole layer)</source>
        <translation>区域（未设置：整个图层）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Area inside, m²</source>
        <translation>范围内的面积，m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Area of what changed, m²</source>
        <translation>变化面积，m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Area {id}: {status}. {reason}</source>
        <translation>区域 {id}：{status}。{reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas (each feature is a request)</source>
        <translation>区域（每个要素为一个请求）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas that became no request</source>
        <translation>未能生成请求的区域</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas with a result</source>
        <translation>有结果的区域</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas without a result</source>
        <translation>无结果的区域</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Ask the operator.</source>
        <translation>请询问管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Broker (if not set: the plugin's)</source>
        <translation>消息代理（未设置：使用插件的设置）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that are under way</source>
        <translation>取消正在进行的模拟</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that were submitted before. Workers drop the tiles that wait, and stop those that they compute. Requests of a QGIS that is running end there as soon as the fleet has answered.</source>
        <translation>取消先前提交的模拟。工作节点会丢弃等待中的图块，并停止正在计算的图块。属于某个正在运行的 QGIS 的请求，会在集群答复后立即在该处结束。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Cancel simulations</source>
        <translation>取消模拟</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Change footprint, or other polygons</source>
        <translation>变化范围，或其他多边形</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Change only inside these polygons</source>
        <translation>仅在这些多边形内改变</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed pixels outside the mask</source>
        <translation>掩膜之外发生变化的像元数</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share of the pixels, 0 to 1</source>
        <translation>发生变化的像元比例，0 到 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Changed share of the tiles, 0 to 1</source>
        <translation>图块的变化比例，0 到 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share outside the mask, 0 to 1</source>
        <translation>掩膜之外的变化比例，0 到 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Check its name and path.</source>
        <translation>请检查其名称和路径。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Check the plausibility of a simulation</source>
        <translation>检查模拟的合理性</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Choose a file for HTML, for PDF, or for both.</source>
        <translation>请选择 HTML 文件、PDF 文件，或两者。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Choose a layer with polygons.</source>
        <translation>请选择多边形图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Choose a name that does.</source>
        <translation>请选择符合要求的文件名。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose a raster that lies in a file.</source>
        <translation>请选择存储在文件中的栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose an area on the raster.</source>
        <translation>请在该栅格上选择一个区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>请选择其他模型，或询问管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG) instead.</source>
        <translation>请改用凭据（AUTHCFG）。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG), or name the address with its password in {variable}.</source>
        <translation>请选择凭据（AUTHCFG），或在 {variable} 中给出带密码的地址。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Collect results</source>
        <translation>收取结果</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Compares a simulated layer with the raster it was made from, pixel by pixel.

Change outside the mask: the share of pixels outside the polygons that differ from the source; it has to be 0. Without polygons, those of the request are taken, from the provenance file beside the result.

Alignment: how far what is left of the scene is shifted against the source, in pixels, by phase correlation of edges in tiles of the changed region. It is left out where too little of the old texture is left to tell.

Water level: for floods, with an elevation raster in metres (any coordinate system). Each connected piece of the change is taken as water; its level is the height that 95 % of its shore do not exceed. Two shares speak against it: water that stands above its own level, and unchanged ground at its edge below that level, where water would run. Differences up to the tolerance are let pass, which should be the height error of the elevation raster, and islands up to 1,000 m²: roofs and tree crowns. Rivers and lakes do not change, so name them, else they count as ground. A river falls along its course, so long pieces along one may exceed the tolerance.</source>
        <translation>将模拟图层与其源栅格逐像元比较。

掩膜之外的变化：多边形之外与源栅格不同的像元所占的比例，必须为 0。未给出多边形时，采用结果旁的来源信息文件中所记录的请求多边形。

对齐：保留下来的地物相对于源栅格偏移了多少像元，由变化区域各分块中边缘的相位相关得出。保留下来的原有纹理太少、无法判断时，略去此项。

水位：用于洪水，需要以 m 为单位的高程栅格（坐标系不限）。变化范围中每个连通的部分视为一个水体，其水位取 95 % 的岸线不超过的高度。有两个比例表明结果不合理：高于自身水位的水体，以及边缘处低于该水位、水会流向那里的未变化地面。不超过容差的差异予以放行，容差应取高程栅格的高程误差；面积不超过 1,000 m² 的孤岛（屋顶和树冠）也予以放行。河流和湖泊不会变化，因此请指明它们，否则会被当作地面。河流沿流向下降，因此沿河的狭长部分可能超出容差。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Computes the hashes of a simulated layer anew and compares them, and its tags and place, with the provenance file that was written beside it (NAME.provenance.json). If the raster it was made from is given, its pixels are compared, too. One pixel, one tag or one word that was changed since is found.

A hash is no signature: it finds what was changed by accident or without care, not a forger who writes both files anew. Whoever has to rely on it keeps the provenance file's hash (its last line) in another place.</source>
        <translation>重新计算模拟图层的哈希值，并将其与标签、位置一起，同当时一并写入的来源信息文件（NAME.provenance.json）比较。如果给出了源栅格，也会比较其像元。此后更改过的任何一个像元、标签或文字都能发现。

哈希值不是签名：它能发现无意或草率的改动，但不能发现将两个文件都重新写过的伪造者。需要以此为凭据时，请将来源信息文件的哈希值（其最后一行）另存他处。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer (buildings, roads, fields) that lie inside the change footprint of a result, or inside the polygons of any other layer: how many of how many, the length of lines and the area of polygons that is inside, and the affected share of each feature.

With a threshold, a feature counts only if at least so much of it is inside. With a field, the table has a row for each of its values, else one for all. A field of numbers (residents) can be added up over the affected features: all of it, or in proportion to the affected share.

Lengths and areas are those on the ellipsoid of the project, or on WGS 84. Any coordinate reference systems do. Invalid geometries are repaired before they are measured; how many, and how many could not be, is said.

What is affected by a simulated scenario is no observation: layer and table say so in a field.</source>
        <translation>统计并量测一个图层的要素（建筑物、道路、田块）中，落在结果的变化范围内或落在任意其他图层的多边形内的部分：共有多少个、其中多少个受影响，范围内的线长和多边形面积，以及每个要素的受影响比例。

设置阈值后，只有至少达到该比例的部分落在范围内的要素才计入。指定字段后，表格按其每个值各占一行，否则全部合为一行。数值字段（如居民数）可在受影响要素上累加：取全部数值，或按受影响比例计。

长度和面积按工程的椭球体计算，未设置时按 WGS 84。坐标参照系不限。无效的几何图形在量测前会被修正；修正了多少个、有多少个无法修正，均会说明。

受模拟情景影响的内容并非实际观测：图层和表格中都有一个字段注明这一点。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer that a change footprint covers</source>
        <translation>统计并量测图层中被变化范围覆盖的要素</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Credentials stored in QGIS (password or certificate)</source>
        <translation>存储在 QGIS 中的凭据（密码或证书）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference between before and after</source>
        <translation>前后差值</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <source>Elevation in metres, for floods</source>
        <translation>高程，单位 m，用于洪水</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features</source>
        <translation>要素</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that could not be measured</source>
        <translation>无法量测的要素</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that were looked at</source>
        <translation>参与统计的要素</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features with a repaired geometry</source>
        <translation>几何图形经修正的要素</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations of this QGIS profile that were submitted before, or whose program ended before they did.

It waits as long as the time limit says; what is not ready then stays for the next time. When nothing comes, tiles without an answer are sent again: the fleet answers from its cache for those that it had computed. With a time limit of 0 it only takes what is ready, and sends nothing.

Requests of a QGIS that is running are left to it.</source>
        <translation>取回此 QGIS 用户配置中先前提交的模拟的结果，或者所在程序先于模拟结束的那些模拟的结果。

它按时限等待；届时尚未就绪的留待下次。如果没有任何结果到来，没有应答的图块会重新发送：集群已计算过的，会从缓存中应答。时限为 0 时，只取已就绪的结果，不发送任何内容。

属于某个正在运行的 QGIS 的请求，由该 QGIS 自行处理。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations that were submitted before</source>
        <translation>取回先前提交的模拟的结果</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Field of numbers to add up</source>
        <translation>要累加的数值字段</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Field that says what happens</source>
        <translation>说明发生什么的字段</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Findings in words</source>
        <translation>检查结果的文字说明</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/provider.py"/>
        <source>Foreshock: damage scenarios on imagery</source>
        <translation>Foreshock：影像灾损情景</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Give its address (URL), or set it in the plugin: right-click a raster layer, “Simulate damage…”.</source>
        <translation>请给出其地址（URL），或在插件中设置：右击栅格图层，“模拟灾损…”。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Gives |after − before| for each pixel: the largest over the bands that are shown as red, green and blue, in the unit of the samples. Where one of the two has no data, the difference has none.

Both rasters lie on one pixel grid: a result and the raster that it was made from do. A layer of a map service has no samples of its own, so there is nothing to compare with.</source>
        <translation>对每个像元给出 |之后 − 之前|：取显示为红、绿、蓝的各波段中的最大值，单位与像元值相同。两者之一无数据处，差值也无数据。

两个栅格须位于同一像元格网上：结果与其源栅格就是如此。地图服务图层没有自己的像元值，因此无从比较。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>HTML page</source>
        <translation>HTML 页面</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands a damage scenario to the fleet, and ends as soon as the broker has all tiles. With areas, each of their features is a request of its own, with its outline as the mask.

The requests stay in the journal of this QGIS profile. “Collect results” fetches the results, in this QGIS or another program with the same profile, within a day. Results go to the output folder given here, unless “Collect results” is given another one.</source>
        <translation>将灾损情景交给集群，消息代理收齐所有图块后即结束。给出区域时，其每个要素为一个单独的请求，以要素轮廓为掩膜。

请求保存在此 QGIS 用户配置的日志中。一天之内，“收取结果”可在此 QGIS 或使用同一用户配置的其他程序中取回结果。结果保存到此处给出的输出文件夹，除非在“收取结果”中另行指定。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands damage scenarios to the fleet without waiting for the results</source>
        <translation>将灾损情景交给集群，不等待结果</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Hash of the provenance file</source>
        <translation>来源信息文件的哈希值</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Height error of the elevation, metres</source>
        <translation>高程误差，m</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>How clear the shift is (best over next match)</source>
        <translation>偏移的可信程度（最佳匹配与次佳匹配之比）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>How much a simulation changed each pixel</source>
        <translation>模拟使每个像元改变了多少</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>Ids look like 0190b5a2-7c3e-7f00-8000-0123456789ab; give several separated by commas.</source>
        <translation>编号形如 0190b5a2-7c3e-7f00-8000-0123456789ab；多个编号之间以逗号分隔。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>In proportion to its affected share</source>
        <translation>按其受影响比例计</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Index of the simulations</source>
        <translation>模拟索引</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction: {text}</source>
        <translation>指令：{text}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Is the disk full?</source>
        <translation>磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>It has: {names}.</source>
        <translation>现有字段：{names}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Largest difference</source>
        <translation>最大差值</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Layer it was made from (if not set: the project's)</source>
        <translation>源图层（未设置：工程中的图层）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Length inside, m</source>
        <translation>范围内的长度，m</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Level of the largest piece of water, metres</source>
        <translation>最大水体的水位，m</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Look only at features that touch this extent (if not set: at all)</source>
        <translation>仅统计与此范围相交的要素（未设置：不限）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Made from “{layer}”</source>
        <translation>源图层：“{layer}”</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer</source>
        <translation>为图层中的每个多边形生成灾损情景</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer, on the raster's own pixel grid. The polygon's outline is the mask: outside, the result is the source, bit for bit.

What happens is what the feature's field says, else what the expression gives (for example 'flood the ' || "name"), else the chosen scenario.

Results are GeoTIFF files in the output folder. The index has a row for each feature: its id, the instruction, the request's id, the file, how it ended, and why. One area that fails stops no other. What the time limit cuts off is “waiting”; “Collect results” takes it up.</source>
        <translation>在栅格自身的像元格网上，为图层中的每个多边形生成灾损情景。多边形的轮廓即为掩膜：在其之外，结果与源栅格逐位相同。

发生什么，首先取决于要素的字段，其次取决于表达式（例如 '洪水淹没' || "name"），否则为所选情景。

结果为输出文件夹中的 GeoTIFF 文件。索引中每个要素占一行：其编号、指令、请求编号、文件、结束状态及原因。一个区域失败不会影响其他区域。因时限未完成的区域标为“等待中”，可由“收取结果”继续。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer, on its own pixel grid</source>
        <translation>在栅格图层自身的像元格网上生成灾损情景</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer: say what shall happen in your own words, or choose a scenario and its severity (own words win where both are given).

The result has the pixel grid, the sample type and all bands of the source. Outside the mask, and wherever the model changes nothing, it is the source, bit for bit. It is marked as simulated in its name, its metadata and its file. The outlines of what changed lie beside it (FOOTPRINT, GeoJSON).

The work is done by your fleet of Foreshock workers. If the broker is away for a while, the algorithm waits. If the time limit ends, the request stays: “Collect results” takes it up by its JOB_ID.

Without windows, name the broker by URL, or with its password in the environment variable {variable}. Credentials (AUTHCFG) need the master password there, in a file that QGIS_AUTH_PASSWORD_FILE names.</source>
        <translation>为栅格图层生成灾损情景：用自己的话说明应发生什么，或选择情景及其严重程度（两者都给出时，以自行描述为准）。

结果的像元格网、数据类型和全部波段均与源栅格一致。在掩膜之外，以及模型未作改变之处，结果与源栅格逐位相同。结果的名称、元数据和文件中均标明为模拟。变化部分的轮廓保存在结果旁（FOOTPRINT，GeoJSON）。

计算由你的 Foreshock 工作节点集群完成。如果消息代理暂时无法连接，算法会等待。如果时限已到，请求仍会保留：“收取结果”可凭其 JOB_ID 继续。

在没有图形界面时，请通过 URL 指定消息代理；需要密码时，请在环境变量 {variable} 中给出。此时凭据（AUTHCFG）需要主密码，应写在 QGIS_AUTH_PASSWORD_FILE 所指的文件中。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Measures what changed outside the mask, whether content has moved, whether water lies uphill</source>
        <translation>量测掩膜之外的变化、内容是否移动、水是否处于高处</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Model (if not set: the fleet's first)</source>
        <translation>模型（未设置：集群的第一个）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Model: {model} ({digest})</source>
        <translation>模型：{model}（{digest}）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Name the file so.</source>
        <translation>请使用此扩展名。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>No broker is set.</source>
        <translation>未设置消息代理。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>No page is asked for.</source>
        <translation>未选择任何输出页面。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>No pixel has data in both rasters.</source>
        <translation>没有任何像元在两个栅格中都有数据。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>No request is named.</source>
        <translation>未指定任何请求。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Nothing comes; tiles without an answer are sent again.</source>
        <translation>没有结果到来；正在重新发送没有应答的图块。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Nothing is lost: “Collect results” takes it up (JOB_IDS {ids}).</source>
        <translation>不会丢失任何内容：可由“收取结果”继续（JOB_IDS {ids}）。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Nothing says what shall happen.</source>
        <translation>没有说明应发生什么。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Nothing was called off; try again.</source>
        <translation>未取消任何内容；请重试。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Number of results</source>
        <translation>结果数量</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>One page about a simulated layer: before, after, what changed, numbers, how it was made</source>
        <translation>关于模拟图层的一页报告：之前、之后、变化、数字、生成方式</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Outlines of what changed, beside the result</source>
        <translation>变化部分的轮廓，保存在结果旁</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Output folder (if not set: QGIS profile)</source>
        <translation>输出文件夹（未设置：QGIS 用户配置）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Output folder (if not set: as submitted)</source>
        <translation>输出文件夹（未设置：按提交时的设置）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Own words</source>
        <translation>自行描述</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF page</source>
        <translation>PDF 页面</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Pixel size in metres (map services only)</source>
        <translation>像元大小，单位 m（仅限地图服务）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Pixels, tags and provenance file agree</source>
        <translation>像元、标签与来源信息文件一致</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Plausibility of “{name}”</source>
        <translation>“{name}”的合理性</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance file (if not set: beside the layer's file)</source>
        <translation>来源信息文件（未设置：图层文件旁的文件）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance of “{name}”</source>
        <translation>“{name}”的来源信息</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Put words that are the same for all areas between single quotes.</source>
        <translation>所有区域相同的文字请用单引号括起来。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Raster it was made from</source>
        <translation>源栅格</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Raster it was made from (if not set: not looked at)</source>
        <translation>源栅格（未设置：不检查）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Raster layer</source>
        <translation>栅格图层</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Report of a simulation</source>
        <translation>模拟报告</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Request {job} is over: {state}.</source>
        <translation>请求 {job} 已结束：{state}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Request {job}: “{instruction}” by {model}, {tiles} tile(s)</source>
        <translation>请求 {job}：“{instruction}”，模型 {model}，{tiles} 个图块</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Requested: {when}</source>
        <translation>请求时间：{when}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that are not ready</source>
        <translation>尚未就绪的请求</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that failed</source>
        <translation>失败的请求</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests that were called off</source>
        <translation>已取消的请求</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests with a result</source>
        <translation>有结果的请求</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Requests, for “Collect results”</source>
        <translation>请求，供“收取结果”使用</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests, with commas (if not set: all)</source>
        <translation>请求，以逗号分隔（未设置：全部）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests, with commas between them</source>
        <translation>请求，以逗号分隔</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Rivers and lakes, which are no dry ground</source>
        <translation>河流和湖泊，不作为干燥地面</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.</source>
        <translation>请说明像元大小（RESOLUTION），单位 m。可选：{offered}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Say in your own words what shall happen.</source>
        <translation>请用自己的话说明应发生什么。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Says whether pixels, tags and provenance file of a simulated layer belong together</source>
        <translation>检查模拟图层的像元、标签与来源信息文件是否相符</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Scenario, if there are no own words</source>
        <translation>情景（未自行描述时）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Seconds until the result was written</source>
        <translation>写好结果所用的秒数</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Seed (another one: another picture)</source>
        <translation>种子（换一个则得到另一幅图像）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Seed: {seed}</source>
        <translation>种子：{seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>请在图层属性中设置。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Severity of the scenario</source>
        <translation>情景的严重程度</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the dry edge below the level, 0 to 1</source>
        <translation>低于水位的干燥边缘所占比例，0 到 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the water above its level, 0 to 1</source>
        <translation>高于水位的水体所占比例，0 到 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Shift of the content, pixels</source>
        <translation>内容的偏移，像元</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulate damage</source>
        <translation>模拟灾损</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Simulate damage in many areas</source>
        <translation>在多个区域模拟灾损</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Simulated layer</source>
        <translation>模拟图层</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulated scene</source>
        <translation>模拟影像</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Steps (if not set: the model's number)</source>
        <translation>步数（未设置：模型的默认值）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Strength: how much is drawn anew, above 0 up to 1</source>
        <translation>强度：重新绘制的程度，大于 0 且不超过 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Submit simulations</source>
        <translation>提交模拟</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Sum of the numbers</source>
        <translation>数值之和</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation>合成影像：并非实际观测</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Tell how plausible the result is</source>
        <translation>说明结果的合理性</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The area does not overlap the raster.</source>
        <translation>该区域与栅格不重叠。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas cannot be opened.</source>
        <translation>无法打开区域图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas have no field “{name}”.</source>
        <translation>区域图层没有字段“{name}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The broker address holds a password, and QGIS would keep it in the history of Processing.</source>
        <translation>消息代理地址中含有密码，QGIS 会将其保存在处理历史记录中。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>The broker does not answer.</source>
        <translation>消息代理没有应答。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The elevation layer cannot be opened.</source>
        <translation>无法打开高程图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The expression gives nothing here: {reason}.</source>
        <translation>表达式在此处没有结果：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet does not know the scenario “{name}”.</source>
        <translation>集群没有情景“{name}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet has no model “{name}”.</source>
        <translation>集群没有模型“{name}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet serves no model.</source>
        <translation>集群未提供任何模型。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The layer for {name} cannot be opened.</source>
        <translation>无法打开用作 {name} 的图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The layer that it was made from cannot be opened.</source>
        <translation>无法打开源图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The operator of the fleet has not accepted the licence of {model}: {licence}.</source>
        <translation>集群管理员未接受 {model} 的许可证：{licence}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The output {name} cannot be written.</source>
        <translation>无法写入输出 {name}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The password of the broker is not known.</source>
        <translation>消息代理的密码未知。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>The provenance file beside the result was changed; its mask is not used.</source>
        <translation>结果旁的来源信息文件已被更改；不使用其中的掩膜。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The raster layer cannot be opened.</source>
        <translation>无法打开栅格图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>The result is a GeoTIFF; “{path}” does not end in .tif.</source>
        <translation>结果为 GeoTIFF；“{path}”不以 .tif 结尾。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The result would overwrite its source.</source>
        <translation>结果会覆盖其源栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The simulated layer cannot be opened.</source>
        <translation>无法打开模拟图层。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>There is no area.</source>
        <translation>没有任何区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>They have: {names}.</source>
        <translation>现有字段：{names}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Tiles</source>
        <translation>图块</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Tiles that the fleet had computed before</source>
        <translation>集群此前已计算的图块</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Tiles under way at the same time</source>
        <translation>同时处理的图块数</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Time limit in seconds</source>
        <translation>时限（秒）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Time limit in seconds (0: a day)</source>
        <translation>时限（秒，0：一天）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Time limit in seconds (0: none)</source>
        <translation>时限（秒，0：不限）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Time limit in seconds (0: what is ready)</source>
        <translation>时限（秒，0：仅取已就绪的）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Title (if not set: the layer's name)</source>
        <translation>标题（未设置：图层名称）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Verify a simulated layer</source>
        <translation>核验模拟图层</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What agrees</source>
        <translation>相符之处</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What does not agree, a line each</source>
        <translation>不符之处，每项一行</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>What happens, as an expression</source>
        <translation>发生什么，以表达式给出</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>What happens, in your own words</source>
        <translation>发生什么，自行描述</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What the provenance file says</source>
        <translation>来源信息文件的内容</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Where change was allowed (if not set: as requested)</source>
        <translation>允许改变的区域（未设置：按请求）</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Write it in your own words, or choose a scenario.</source>
        <translation>请自行描述，或选择一个情景。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Writes one page about a simulated layer, as HTML (one file that holds its pictures), as PDF (A4), or both: pictures before and after, the outlines of what changed, areas in numbers, the place, the model and its settings, and how plausible it is.

The picture before is that of the layer that it was made from: the one given, else the one that the project has. Without it, the page does without.

Page and pictures say that they are synthetic. The change footprint has to lie beside the simulated layer, where it was written.</source>
        <translation>为模拟图层写一页报告，格式为 HTML（单个文件，内含图像）、PDF（A4）或两者：前后图像、变化部分的轮廓、面积数字、地点、模型及其设置，以及合理性如何。

“之前”的图像取自源图层：所给出的图层，否则为工程中的图层。两者都没有时，页面中不含该图像。

页面和图像均注明为合成。变化范围文件须位于模拟图层旁，即其写入之处。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Written by: {client}</source>
        <translation>写入程序：{client}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>affected,exposure,impact,assess,count,buildings,roads,overlay</source>
        <translation>受影响,暴露度,影响,评估,统计,建筑物,道路,叠加</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/algorithm.py"/>
        <source>damage,disaster,scenario,simulation,flood,wildfire,earthquake,tornado,landslide,imagery,synthetic,ai</source>
        <translation>灾损,灾害,情景,模拟,洪水,野火,地震,龙卷风,滑坡,影像,合成,人工智能</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>it was collected before</source>
        <translation>此前已收取</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>open</source>
        <translation>未结束</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>report,summary,page,print,pdf,html</source>
        <translation>报告,摘要,页面,打印,PDF,HTML,网页</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is not ready; it stays for the next time.</source>
        <translation>{job} 尚未就绪，留待下次。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is there already: {path}</source>
        <translation>{job} 已存在：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job}: {path}</source>
        <translation>{job}：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>{parameter} is no raster that can be read.</source>
        <translation>{parameter} 不是可读取的栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>{path} does not end in .{ending}.</source>
        <translation>{path} 不以 .{ending} 结尾。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>{problem} The fleet is told all the same.</source>
        <translation>{problem} 仍会通知集群。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>“Submit simulations” gives their ids.</source>
        <translation>其编号可由“提交模拟”得到。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>“{layer}”没有坐标参照系。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>“{layer}” is drawn by a map server, so it has no pixels of its own.</source>
        <translation>“{layer}”由地图服务器绘制，因此没有自己的像元。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>“{text}” is no expression: {reason}.</source>
        <translation>“{text}”不是有效的表达式：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>“{word}” is no id of a request.</source>
        <translation>“{word}”不是请求编号。</translation>
    </message>
</context>
<context>
    <name>ForeshockProgress</name>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>sending tile {tile} of {tiles}</source>
        <translation>正在发送图块 {tile}/{tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker</source>
        <translation>等待工作节点</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker ({tiles} tiles queued)</source>
        <translation>等待工作节点（{tiles} 个图块排队中）</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}, about {time} left</source>
        <translation>{count}，约剩 {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}. {trouble}</source>
        <translation>{count}。{trouble}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{done} of {tiles} tiles done</source>
        <translation>已完成 {done} 个图块，共 {tiles} 个</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ForeshockProvenanceFile</name>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>It belongs beside the result and moves with it.</source>
        <translation>它应位于结果旁，并随结果一起移动。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>Nothing is known about the picture, then.</source>
        <translation>因此无从得知这幅图像的来源。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>The provenance file {path} cannot be read: {reason}.</source>
        <translation>无法读取来源信息文件 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>{path} is no provenance file of Foreshock: {reason}.</source>
        <translation>{path} 不是 Foreshock 的来源信息文件：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockProxy</name>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Choose the type HttpProxy or Socks5Proxy in QGIS (Settings → Options → Network), or exclude {host} there.</source>
        <translation>请在 QGIS 中选择类型 HttpProxy 或 Socks5Proxy（设置 → 选项 → 网络），或在其中排除 {host}。</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>QGIS goes through a proxy of the type “{type}”, which cannot carry a connection to a broker.</source>
        <translation>QGIS 使用“{type}”类型的代理服务器，它无法承载到消息代理的连接。</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>The stored credentials of the proxy cannot be read.</source>
        <translation>无法读取已保存的代理服务器凭据。</translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Unlock the authentication database, or choose credentials of the type “Basic” in QGIS: Settings → Options → Network.</source>
        <translation>请解锁认证数据库，或在 QGIS 中选择“Basic”类型的凭据：设置 → 选项 → 网络。</translation>
    </message>
</context>
<context>
    <name>ForeshockRaster</name>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Band {band} runs from {low} to {high}, too far to be stretched.</source>
        <translation>波段 {band} 的值从 {low} 到 {high}，跨度过大，无法拉伸。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file and its parts are whole.</source>
        <translation>请检查该文件及其组成部分是否完整。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation>请检查该文件是否仍存在且完整。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Choose another area.</source>
        <translation>请选择其他区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>GDAL cannot open the layer's source: {reason}.</source>
        <translation>GDAL 无法打开图层的数据源：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>If such samples mean that there is no data, set them as the layer's nodata value.</source>
        <translation>如果这样的像元值表示无数据，请将其设为图层的无数据值。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Run it again.</source>
        <translation>请重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>The chosen area holds nothing but nodata.</source>
        <translation>所选区域全部为无数据。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>it gives no reason</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} has changed since the simulation began.</source>
        <translation>{path} 在模拟开始后已被更改。</translation>
    </message>
</context>
<context>
    <name>ForeshockRecording</name>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>A result cannot be kept on disk: {reason}.</source>
        <translation>无法将结果保存到磁盘：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>Free some space; it comes again.</source>
        <translation>请腾出一些空间；结果会再次送来。</translation>
    </message>
</context>
<context>
    <name>ForeshockReport</name>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>1 area</source>
        <translation>1 个图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>A report can be made of the results of Foreshock only.</source>
        <translation>只能为 Foreshock 的结果生成报告。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected</source>
        <translation>受影响</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected by {result}: {layer}</source>
        <translation>受 {result} 影响：{layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected: {layer}</source>
        <translation>受影响：{layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>After (simulated)</source>
        <translation>之后（模拟）</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Areas</source>
        <translation>图斑数</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Changed</source>
        <translation>发生变化</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation>请检查该文件是否仍存在且完整。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Counted where {share} or more of a feature is inside.</source>
        <translation>要素有 {share} 或以上落在范围内时计入。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Digest of the adapter</source>
        <translation>适配器摘要值</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Features</source>
        <translation>要素</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Ground sampling distance</source>
        <translation>地面采样间隔</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>How it was made</source>
        <translation>生成方式</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Its digest</source>
        <translation>模型摘要值</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest</source>
        <translation>最大图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest changed areas</source>
        <translation>最大的变化图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made by Foreshock from {file}.</source>
        <translation>由 Foreshock 根据 {file} 生成。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>On “{layer}”</source>
        <translation>基于“{layer}”</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Plausibility</source>
        <translation>合理性</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Provenance hash</source>
        <translation>来源信息哈希值</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Report of {date}</source>
        <translation>报告日期：{date}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Series of {count} results on “{layer}”</source>
        <translation>基于“{layer}”的 {count} 个结果的系列</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Side by side</source>
        <translation>对照</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Simulated picture, not an observation: {what}</source>
        <translation>模拟图像，并非实际观测：{what}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Synthetic imagery: a computed scenario, not an observation</source>
        <translation>合成影像：计算得出的情景，并非实际观测</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The change footprint {path} cannot be read.</source>
        <translation>无法读取变化范围文件 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The imagery that the simulation was made from.</source>
        <translation>模拟所依据的影像。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest change (simulated)</source>
        <translation>最大的变化（模拟）</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest changed area of the simulated picture, enlarged.</source>
        <translation>模拟图像中最大的变化图斑，放大显示。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest {shown} of {all} areas; the places lie inside them.</source>
        <translation>共 {all} 个图斑，此处列出最大的 {shown} 个；所列位置在图斑之内。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The pieces of a footprint have the fields area_m2 and pixels.</source>
        <translation>变化范围的各图斑应有字段 area_m2 和 pixels。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The places lie inside the areas.</source>
        <translation>所列位置在图斑之内。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The simulated picture with the outlines of what changed.</source>
        <translation>模拟图像与变化部分的轮廓。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed (simulated)</source>
        <translation>变化之处（模拟）</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed: {label}</source>
        <translation>变化之处：{label}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>areas changed</source>
        <translation>变化图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, in total</source>
        <translation>变化面积合计</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, of {whole}</source>
        <translation>变化面积（总面积 {whole}）</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected area</source>
        <translation>连通图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected areas</source>
        <translation>连通图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>en</source>
        <translation>zh-Hans</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>guidance {value}</source>
        <translation>引导强度 {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>no change footprint</source>
        <translation>没有变化范围</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>of the pixels changed</source>
        <translation>像元变化比例</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>seed {value}</source>
        <translation>种子 {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>strength {value}</source>
        <translation>强度 {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>the largest of them</source>
        <translation>最大图斑面积</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>was changed since it was written: {digest}</source>
        <translation>写入后已被更改：{digest}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} areas</source>
        <translation>{count} 个图斑</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more are left out.</source>
        <translation>另有 {count} 个未列出。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more values are affected; they are in “All”.</source>
        <translation>另有 {count} 个值受影响，已计入“全部”。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{field}, by share</source>
        <translation>{field}（按比例）</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{field}, in full</source>
        <translation>{field}（全部）</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>{path} is no change footprint of Foreshock.</source>
        <translation>{path} 不是 Foreshock 的变化范围文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{scenario} on “{layer}”</source>
        <translation>“{layer}”上的{scenario}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{value} steps</source>
        <translation>步数 {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>“{instruction}”</source>
        <translation>“{instruction}”</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>“{layer}” does not say that it is simulated.</source>
        <translation>“{layer}”未注明是模拟结果。</translation>
    </message>
</context>
<context>
    <name>ForeshockReportDialog</name>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Add it again, and open the report from it.</source>
        <translation>请重新添加该图层，并由其打开报告。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Affected features</source>
        <translation>受影响要素</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>All {count} results of the series</source>
        <translation>系列中的全部 {count} 个结果</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose at most {most}.</source>
        <translation>最多选择 {most} 个。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose where the report goes.</source>
        <translation>请选择报告的保存位置。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Elevation (optional)</source>
        <translation>高程（可选）</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>For floods: whether water lies below its level. Heights in metres.</source>
        <translation>用于洪水：水体是否低于其水位。高程单位为 m。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Give it one.</source>
        <translation>请输入标题。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML, one file for any browser</source>
        <translation>HTML，单个文件，任何浏览器均可打开</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Make report</source>
        <translation>生成报告</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>No file is chosen.</source>
        <translation>未选择文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Open it when done</source>
        <translation>完成后打开</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF, one A4 page</source>
        <translation>PDF，一页 A4</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Plausibility</source>
        <translation>合理性</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Report — {layer}</source>
        <translation>报告 — {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Tell how plausible the result is</source>
        <translation>说明结果的合理性</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The notes are too long for a page: their last {count} letters would be left out.</source>
        <translation>备注过长，一页放不下：末尾的 {count} 个字符会被略去。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report has no title.</source>
        <translation>报告没有标题。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report was given up.</source>
        <translation>已放弃生成报告。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The result is not in the project any more.</source>
        <translation>该结果已不在工程中。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>name, organisation</source>
        <translation>姓名、单位</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>series of {count} results</source>
        <translation>{count} 个结果的系列</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>what a reader must know</source>
        <translation>读者须知</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{count} tables of affected features do not fit on a page.</source>
        <translation>一页放不下 {count} 个受影响要素表。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}, by {field}</source>
        <translation>{layer}，按 {field}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}: {series}</source>
        <translation>{layer}：{series}</translation>
    </message>
</context>
<context>
    <name>ForeshockReportJudging</name>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Choose another elevation layer, or none.</source>
        <translation>请选择其他高程图层，或不选。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: the raster that it was made from is no file that is here.</source>
        <translation>未检查：源栅格不是此处的文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: {reason}</source>
        <translation>未检查：{reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation>“{layer}”不是本机上的文件。</translation>
    </message>
</context>
<context>
    <name>ForeshockReportMaking</name>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation>请选择其他文件夹，或关闭正在显示它的程序。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>End its name with .html or .pdf.</source>
        <translation>请使其名称以 .html 或 .pdf 结尾。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} is neither HTML nor PDF.</source>
        <translation>{path} 既不是 HTML，也不是 PDF。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{result}: {sentences}</source>
        <translation>{result}：{sentences}</translation>
    </message>
</context>
<context>
    <name>ForeshockReportPdf</name>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation>请选择其他文件夹，或关闭正在显示它的程序。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
</context>
<context>
    <name>ForeshockReportPictures</name>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>A picture cannot be drawn: {reason}.</source>
        <translation>无法绘制图像：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>Check that QGIS shows the layer; then try again.</source>
        <translation>请检查 QGIS 能否显示此图层，然后重试。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>Does its server answer? Try again later, or take the layer out of the project first.</source>
        <translation>其服务器有应答吗？请稍后重试，或先将该图层移出工程。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>“{layer}” shows nothing where the result is.</source>
        <translation>“{layer}”在结果所在位置没有任何内容。</translation>
    </message>
</context>
<context>
    <name>ForeshockReportSubject</name>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Check that its file still exists and is whole.</source>
        <translation>请检查其文件是否仍存在且完整。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Choose the result of a simulation.</source>
        <translation>请选择一个模拟结果。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Put it back, or simulate again.</source>
        <translation>请放回原处，或重新模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>The file of “{layer}” is not there any more: {path}</source>
        <translation>“{layer}”的文件已不存在：{path}</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” cannot be opened.</source>
        <translation>无法打开“{layer}”。</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation>“{layer}”不是本机上的文件。</translation>
    </message>
</context>
<context>
    <name>ForeshockReportTask</name>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>Report: {title}</source>
        <translation>报告：{title}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>The report cannot be made: {reason}.</source>
        <translation>无法生成报告：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockRequestBar</name>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{done} of {of} pictures. {progress}</source>
        <translation>图像 {done}/{of}。{progress}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{layer}: {series}</source>
        <translation>{layer}：{series}</translation>
    </message>
</context>
<context>
    <name>ForeshockResultLayer</name>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>文件已写好，请尝试手动添加。</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>QGIS cannot open the result {path}.</source>
        <translation>QGIS 无法打开结果 {path}。</translation>
    </message>
</context>
<context>
    <name>ForeshockResultMenu</name>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>Choose the result of a simulation in the layer panel.</source>
        <translation>请在图层面板中选择一个模拟结果。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>No simulated layer is chosen.</source>
        <translation>未选择模拟图层。</translation>
    </message>
</context>
<context>
    <name>ForeshockResults</name>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Affected features…</source>
        <translation>受影响要素…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Difference layer</source>
        <translation>差值图层</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Flip before / after</source>
        <translation>前后闪烁对比</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Print layout…</source>
        <translation>打印布局…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Simulate again…</source>
        <translation>再次模拟…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Swipe before / after</source>
        <translation>前后卷帘对比</translation>
    </message>
</context>
<context>
    <name>ForeshockRetry</name>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>Put it back, or simulate on another layer.</source>
        <translation>请放回原处，或在其他图层上模拟。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>The raster of “{layer}” is not there any more: {path}</source>
        <translation>“{layer}”的栅格已不存在：{path}</translation>
    </message>
</context>
<context>
    <name>ForeshockRunner</name>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation>请在 QGIS 用户配置所在的磁盘上腾出一些空间。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Its results did not come in time.</source>
        <translation>其结果未及时到达。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Run it again.</source>
        <translation>请重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker cannot be reached at the moment.</source>
        <translation>暂时无法连接消息代理。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker is back.</source>
        <translation>消息代理已恢复。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The fleet could not be told; it finishes what it has begun.</source>
        <translation>无法通知集群；集群会完成已开始的部分。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>无法写入日志：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The request was called off.</source>
        <translation>该请求已取消。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>无法合成结果：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>无法发送图块：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>There is no result after {seconds} s.</source>
        <translation>{seconds} 秒后仍没有结果。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{count} requests under way, {tiles} tiles open</source>
        <translation>{count} 个请求进行中，{tiles} 个图块未完成</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Asking again…</source>
        <translation>{problem} 正在重新询问…</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Waiting for the broker; nothing is lost.</source>
        <translation>{problem} 正在等待消息代理；不会丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>ForeshockScenarioChoice</name>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Choose a scenario from the list, or write in {languages}.</source>
        <translation>请从列表中选择一个情景，或用{languages}书写。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>French</source>
        <translation>法文</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Own words</source>
        <translation>自行描述</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Please write in {languages}: {model} reads nothing else.</source>
        <translation>请用{languages}书写：{model} 不支持其他语言。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Spanish</source>
        <translation>西班牙文</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>all {count}, as a series</source>
        <translation>全部 {count} 个等级，作为系列</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>flood the low streets up to the door sills</source>
        <translation>洪水淹没低洼街道，水深至门槛</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} cannot read {words}.</source>
        <translation>{model} 无法理解{words}。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} reads {languages} and cannot read {words}.</source>
        <translation>{model} 支持{languages}，无法理解{words}。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {count} grades</source>
        <translation>{scenario}，{count} 个等级</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {grade}</source>
        <translation>{scenario}，{grade}</translation>
    </message>
</context>
<context>
    <name>ForeshockService</name>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation>请在 QGIS 用户配置所在的磁盘上腾出一些空间。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Its results did not come in time.</source>
        <translation>其结果未及时到达。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Run it again.</source>
        <translation>请重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>无法写入日志：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>There is no connection.</source>
        <translation>没有连接。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
</context>
<context>
    <name>ForeshockSimulateDialog</name>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>1 model</source>
        <translation>1 个模型</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the other layer that is selected</source>
        <translation>同时用于另一个选中的图层</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the {count} other layers that are selected</source>
        <translation>同时用于另外 {count} 个选中的图层</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect to a fleet first.</source>
        <translation>请先连接计算集群。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connected to {worker}: {count}</source>
        <translation>已连接到 {worker}：{count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Drawn at</source>
        <translation>绘制分辨率</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Leave missing map tiles as they are</source>
        <translation>缺失的地图瓦片保持原样</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>No model is chosen.</source>
        <translation>未选择模型。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Quick look</source>
        <translation>快速预览</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Simulate damage — {layer}</source>
        <translation>模拟灾损 — {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>The same with fewer steps: coarse, but soon there. This window stays open.</source>
        <translation>步数较少的同一模拟：粗略，但很快得到结果。此窗口保持打开。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>What happens</source>
        <translation>发生什么</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{count} models</source>
        <translation>{count} 个模型</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{scenario} (quick look)</source>
        <translation>{scenario}（快速预览）</translation>
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
        <translation>请在 QGIS 的认证设置中检查该文件（PKCS#12：.p12 或 .pfx）及其密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Choose credentials of one of these types: {types}.</source>
        <translation>请选择以下类型之一的凭据：{types}。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Import it again under Settings → Options → Authentication → Manage Certificates.</source>
        <translation>请在“设置 → 选项 → 认证 → 管理证书”中重新导入。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Name a file that holds it in the environment variable QGIS_AUTH_PASSWORD_FILE.</source>
        <translation>请在环境变量 QGIS_AUTH_PASSWORD_FILE 中给出存有主密码的文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>QGIS holds no certificate for the stored credentials “{name}” any more.</source>
        <translation>QGIS 中已没有已保存凭据“{name}”的证书。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Store certificate and key as PEM files, the key with a password, and choose credentials of the type “{type}”.</source>
        <translation>请将证书和密钥保存为 PEM 文件，密钥设密码，然后选择“{type}”类型的凭据。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Stored credentials of the type “{type}” do not open a broker.</source>
        <translation>“{type}”类型的已保存凭据不能用于登录消息代理。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The client certificate {path} cannot be opened.</source>
        <translation>无法打开客户端证书 {path}。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The credentials “{name}” are locked by the master password of QGIS.</source>
        <translation>凭据“{name}”被 QGIS 的主密码锁定。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The key of the client certificate is of a kind that cannot be used without writing it to a file unencrypted.</source>
        <translation>该客户端证书的密钥属于必须以未加密形式写入文件才能使用的类型。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The stored credentials cannot be read.</source>
        <translation>无法读取已保存的凭据。</translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Unlock the authentication database, or choose other credentials, of one of these types: {types}.</source>
        <translation>请解锁认证数据库，或选择以下类型之一的其他凭据：{types}。</translation>
    </message>
</context>
<context>
    <name>ForeshockStretch</name>
    <message>
        <location filename="../foreshock/core/stretch.py"/>
        <source>band {band} from {low} to {high} cannot be stretched</source>
        <translation>波段 {band} 无法从 {low} 到 {high} 拉伸</translation>
    </message>
</context>
<context>
    <name>ForeshockSubmit</name>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>Choose another area.</source>
        <translation>请选择其他区域。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>Simulate: sending {layer}</source>
        <translation>模拟：正在发送 {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>The chosen area holds nothing that may change.</source>
        <translation>所选区域中没有可改变的内容。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>无法发送图块：{reason}。</translation>
    </message>
</context>
<context>
    <name>ForeshockSwipe</name>
    <message>
        <location filename="../foreshock/gui/swipe_tool.py"/>
        <source>Drag the line between before and after; H lays it flat, V stands it up. Esc ends.</source>
        <translation>拖动之前与之后之间的分界线；按 H 变为水平，按 V 变为竖直。按 Esc 结束。</translation>
    </message>
</context>
<context>
    <name>ForeshockTestPanel</name>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>For the operator of the fleet. Passwords are not in it.</source>
        <translation>供集群管理员使用，不含密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
</context>
<context>
    <name>ForeshockTestimony</name>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Every pixel of the picture is as it was written.</source>
        <translation>图像的每个像元都与写入时一致。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Pixels, tags and provenance file agree. (Hashes are no signature: they do not say who wrote them.)</source>
        <translation>像元、标签与来源信息文件一致。（哈希值不是签名：它不能说明是谁写入的。）</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Tags of the picture differ from the provenance file: {names}.</source>
        <translation>图像的标签与来源信息文件不同：{names}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint is as it was written.</source>
        <translation>变化范围与写入时一致。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} is missing.</source>
        <translation>变化范围文件 {name} 缺失。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} was changed.</source>
        <translation>变化范围文件 {name} 已被更改。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The file is not what its provenance file says: it was changed after it was written.</source>
        <translation>该文件与其来源信息文件不符：写入之后被更改过。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies elsewhere than the provenance file says.</source>
        <translation>图像的位置与来源信息文件所述不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies where the provenance file says.</source>
        <translation>图像的位置与来源信息文件所述一致。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture was not made from this source, or the source has changed since.</source>
        <translation>图像不是由这个源栅格生成的，或者源栅格此后已更改。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The pixels of the picture are not those that were written ({where}).</source>
        <translation>图像的像元不是写入时的像元（{where}）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file is as it was written.</source>
        <translation>来源信息文件与写入时一致。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file itself was changed: its own hash does not fit.</source>
        <translation>来源信息文件本身已被更改：与其自身的哈希值不符。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The source is the raster that the picture was made from, pixel by pixel.</source>
        <translation>经逐像元比较，该源栅格即为生成图像所用的栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The tags of the picture are those of the provenance file.</source>
        <translation>图像的标签与来源信息文件中的一致。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>another size</source>
        <translation>大小不同</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>bands: {numbers}</source>
        <translation>波段：{numbers}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>other bands</source>
        <translation>波段不同</translation>
    </message>
</context>
<context>
    <name>ForeshockTls</name>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the CA file of the connection, and the authorities in QGIS's options.</source>
        <translation>请检查连接的 CA 文件，以及 QGIS 选项中的证书颁发机构。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the certificate, its key (both in PEM form) and the key's password in QGIS's authentication settings.</source>
        <translation>请在 QGIS 的认证设置中检查证书、密钥（均为 PEM 格式）及密钥的密码。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The client certificate {path} cannot be used: {reason}.</source>
        <translation>无法使用客户端证书 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The trusted certificate authorities cannot be read: {reason}.</source>
        <translation>无法读取受信任的证书颁发机构：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unknown day</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unnamed authority</source>
        <translation>未具名的颁发机构</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>issued by {issuer}, valid until {day}</source>
        <translation>由 {issuer} 颁发，有效期至 {day}</translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>of QGIS's store</source>
        <translation>（QGIS 凭据库）</translation>
    </message>
</context>
<context>
    <name>ForeshockVerdict</name>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A tile was not ready in time.</source>
        <translation>有图块未能及时完成。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker has failed.</source>
        <translation>有工作节点发生故障。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker's graphics card has no room for the tile.</source>
        <translation>工作节点的显存不足以处理该图块。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask for fewer steps or a smaller area, or run it again when the fleet has less to do.</source>
        <translation>请减少步数或缩小区域，或在集群较空闲时重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask the operator of the fleet for the permission.</source>
        <translation>请向集群管理员申请权限。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change that value, and run it again.</source>
        <translation>请更改该值，然后重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change what the fleet names, or choose another model.</source>
        <translation>请更改集群所指出的内容，或选择其他模型。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose a model with smaller tiles, or give fewer or smaller examples.</source>
        <translation>请选择图块较小的模型，或减少、缩小示例。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, and run it again.</source>
        <translation>请选择其他模型，然后重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>请选择其他模型，或询问管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another one, or none, and run it again.</source>
        <translation>请选择其他适配器或不选，然后重新运行。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, choose a model with smaller tiles, or tell the operator of the fleet.</source>
        <translation>如果再次出现，请选择图块较小的模型，或告知集群管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, tell the operator of the fleet.</source>
        <translation>如果再次出现，请告知集群管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Plugin and fleet may be of different ages: update the plugin, or ask the operator of the fleet.</source>
        <translation>插件与集群的版本可能不一致：请更新插件，或询问集群管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Run it again: it may work now.</source>
        <translation>请重新运行：现在或许可以成功。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Say it in a language that the model reads, or choose a scenario from the list.</source>
        <translation>请用模型支持的语言书写，或从列表中选择一个情景。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Something in this request is larger than the fleet takes.</source>
        <translation>此请求中有内容超出集群可接受的大小。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>请告知集群管理员。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet and this plugin speak different versions.</source>
        <translation>集群与此插件使用的协议版本不同。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read an image of this request.</source>
        <translation>集群无法读取此请求中的影像。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read what this plugin sends.</source>
        <translation>集群无法读取此插件发送的内容。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not allow this.</source>
        <translation>集群不允许此操作。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not have the chosen adapter any more.</source>
        <translation>集群已不再提供所选适配器。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not serve the chosen model any more.</source>
        <translation>集群已不再提供所选模型。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet has given a tile up after several tries.</source>
        <translation>集群多次尝试后放弃了一个图块。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet refuses a value of this request.</source>
        <translation>集群拒绝此请求中的一个值。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot do what was asked.</source>
        <translation>模型无法完成所要求的内容。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot read the instruction.</source>
        <translation>模型无法理解该指令。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The operator of the fleet has not accepted the licence of this model.</source>
        <translation>集群管理员未接受此模型的许可证。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The request was called off.</source>
        <translation>该请求已取消。</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{fact} The fleet says: {words}</source>
        <translation>{fact} 集群返回：{words}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{failed} of {tiles} tiles failed. {reason}</source>
        <translation>{tiles} 个图块中有 {failed} 个失败。{reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockWaterLevel</name>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Assign one first (Raster → Projections → Assign Projection).</source>
        <translation>请先指定一个（栅格 → 投影 → 指定投影）。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Choose one that covers the area.</source>
        <translation>请选择覆盖该区域的栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster cannot be brought onto the result's grid: {reason}.</source>
        <translation>无法将高程栅格转换到结果的格网：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster has no coordinate reference system.</source>
        <translation>高程栅格没有坐标参照系。</translation>
    </message>
</context>
<context>
    <name>ForeshockWriter</name>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another file for the result.</source>
        <translation>请为结果选择其他文件。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another output folder.</source>
        <translation>请选择其他输出文件夹。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Is the disk full?</source>
        <translation>磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Tell the plugin's authors.</source>
        <translation>请告知插件作者。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>无法写入结果：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} does not lie on the source's grid after writing.</source>
        <translation>写入后的 {path} 与源栅格的格网不一致。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} has {width} × {height} px after writing.</source>
        <translation>写入后的 {path} 为 {width} × {height} px。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} is the source of the simulation.</source>
        <translation>{path} 是此次模拟的源栅格。</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} was not written whole: {reason}.</source>
        <translation>{path} 未完整写入：{reason}。</translation>
    </message>
</context>
</TS>

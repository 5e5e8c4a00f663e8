"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const number = value => {
    if (value === null || value === undefined) return "–";
    if (value === 0) return "0";
    const size = Math.abs(value);
    if (size < 1e-2) return d3.format(".3~g")(value);
    if (size >= 1e6) return d3.format(".3~e")(value);
    return d3.format(size >= 100 ? ",.2~f" : ".4f")(value);
  };
  const count = d3.format(",");
  const percent = value => value === null || value === undefined ? "–" : d3.format(".1%")(value);

  /* What stands at the top. */
  document.title = data.title;
  d3.select("#title").text(data.title);
  d3.select("#status").attr("class", data.state.toLowerCase()).text(data.status);
  const figure = d3.select("#figures").selectAll("div").data(data.figures).join("div")
    .attr("class", "figure");
  figure.append("div").attr("class", "name").text(f => f.name);
  figure.append("div").attr("class", "value").text(f => f.text || number(f.value));
  figure.append("div").attr("class", "note").text(f => f.note);

  /* Curves. */
  const epochs = data.epochs;

  const lowest = series => {
    let best = -1;
    series.values.forEach((v, i) => {
      if (v !== null && (best < 0 || v < series.values[best])) best = i;
    });
    return best;
  };

  const extentOf = (all, log) => {
    let [low, high] = d3.extent(all);
    if (low === undefined) return log ? [0.1, 1] : [0, 1];
    if (log) return [low / 1.2, high * 1.2];
    if (low === high) {
      const room = Math.abs(low) / 2 || 1;
      return [low - room, high + room];
    }
    return low > 0 && low < 0.35 * high ? [0, high] : [low, high];
  };

  function chart(spec) {
    const card = d3.select(this);
    const all = spec.series.flatMap(s => s.values).filter(v => v !== null);
    const spread = all.length > 0 && d3.min(all) > 0 ? d3.max(all) / d3.min(all) : 1;
    let log = !spec.best && spread > 100;
    const last = spec.series[spec.series.length - 1];
    const head = card.append("div").attr("class", "head");
    head.append("h3").text(spec.name);
    const note = head.append("span").attr("class", "note");
    const button = head.append("button").attr("type", "button").text("log scale")
      .attr("aria-pressed", log).style("display", spread > 3 ? null : "none")
      .on("click", () => { log = !log; button.attr("aria-pressed", log); draw(); });
    const legend = card.append("div").attr("class", "legend");
    const item = legend.selectAll("span").data(spec.series).join("span");
    item.append("svg").attr("viewBox", "0 0 22 8").attr("aria-hidden", "true").append("line")
      .attr("x1", 1).attr("x2", 21).attr("y1", 4).attr("y2", 4)
      .attr("class", (s, i) => "curve s" + i);
    item.append("span").text(s => s.name + " ");
    const shown = item.append("b");
    const svg = card.append("svg").attr("role", "img").attr("aria-label", spec.name);

    const resting = spec.best && lowest(last) >= 0
      ? `lowest ${number(last.values[lowest(last)])}, epoch ${count(epochs[lowest(last)])}` : "";
    const show = (i, text) => {
      shown.text(s => number(s.values[i]));
      note.text(text);
    };
    const rest = () => show(epochs.length - 1, resting);

    function draw() {
      const width = Math.max(260, Math.round(svg.node().getBoundingClientRect().width) || 480);
      const height = Math.round(Math.min(280, Math.max(190, width * 0.5)));
      const y = log ? d3.scaleLog().domain(extentOf(all, true))
        : d3.scaleLinear().domain(extentOf(all, false)).nice(5);
      const ticks = log ? logTicks(y) : y.ticks(5);
      const largest = Math.max(...y.domain().map(Math.abs));
      const label = log || largest < 1e-2 || largest >= 1e6 ? d3.format("~g") : y.tickFormat(5);
      const texts = ticks.map(v => tickText(label, v));
      const left = 14 + 6.4 * d3.max(texts, t => t.length);
      const [top, right, bottom] = [10, 14, 34];
      y.range([height - bottom, top]);
      const [from, to] = [epochs[0] ?? 1, epochs[epochs.length - 1] ?? 1];
      const x = d3.scaleLinear()
        .domain(from === to ? [from - 1, to + 1] : [from, to])
        .range([left, width - right]);
      svg.attr("viewBox", `0 0 ${width} ${height}`).selectAll("*").remove();

      const grid = svg.append("g").attr("class", "grid");
      grid.selectAll("line").data(ticks).join("line").attr("x1", left).attr("x2", width - right)
        .attr("y1", y).attr("y2", y);
      svg.append("g").selectAll("text").data(ticks).join("text").attr("x", left - 8)
        .attr("y", v => y(v) + 4).attr("text-anchor", "end").text((v, i) => texts[i]);
      svg.append("line").attr("class", "axis").attr("x1", left).attr("x2", width - right)
        .attr("y1", height - bottom).attr("y2", height - bottom);
      const steps = from === to ? [from]
        : x.ticks(Math.min(10, Math.floor(width / 60))).filter(Number.isInteger);
      svg.append("g").selectAll("text").data(steps).join("text").attr("x", x)
        .attr("y", height - bottom + 15).attr("text-anchor", "middle").text(count);
      svg.append("text").attr("x", (left + width - right) / 2).attr("y", height - 4)
        .attr("text-anchor", "middle").text("epoch");

      const line = d3.line().defined(v => v !== null && (!log || v > 0))
        .x((v, i) => x(epochs[i])).y(v => y(v));
      svg.append("g").selectAll("path").data(spec.series).join("path")
        .attr("class", (s, i) => "curve s" + i).attr("d", s => line(s.values));
      if (epochs.length <= 30) {
        spec.series.forEach((s, n) => svg.append("g").selectAll("circle")
          .data(d3.range(s.values.length).filter(i => s.values[i] !== null)).join("circle")
          .attr("class", "dot s" + n).attr("r", 3.5)
          .attr("cx", i => x(epochs[i])).attr("cy", i => y(s.values[i])));
      }
      if (spec.best) ring(svg, last, x, y);
      hover(svg, spec, x, y, [left, top, width - right, height - bottom], i => show(i, "epoch " + count(epochs[i])), rest);
    }

    rest();
    draw();
    let drawn = 0;
    new ResizeObserver(() => {
      const width = Math.round(svg.node().getBoundingClientRect().width);
      if (width && width !== drawn) { drawn = width; draw(); }
    }).observe(this);
  }

  const tickText = (label, value) => {
    const text = label(value);
    return text.length > 7 ? d3.format(".2~e")(value) : text;
  };

  /* Powers of ten, or all marks where the range is within one of them. */
  function logTicks(y) {
    const [low, high] = y.domain();
    const tens = y.ticks().filter(v => Math.abs(Math.log10(v) % 1) < 1e-9);
    if (tens.length >= 3) {
      const step = Math.ceil(tens.length / 6);
      return tens.filter((v, i) => i % step === 0);
    }
    return y.ticks().filter(v => [1, 2, 5].includes(Math.round(v / 10 ** Math.floor(Math.log10(v) + 1e-9))))
      .filter(v => v >= low && v <= high);
  }

  /* A ring around the lowest loss. */
  function ring(svg, series, x, y) {
    const i = lowest(series);
    if (i < 0) return;
    svg.append("circle").attr("class", "ring").attr("r", 6)
      .attr("cx", x(epochs[i])).attr("cy", y(series.values[i]));
  }

  /* The nearest epoch's numbers in the legend, and a rule through the curves. */
  function hover(svg, spec, x, y, [left, top, right, bottom], show, rest) {
    if (epochs.length === 0) return;
    const group = svg.append("g").style("display", "none");
    const rule = group.append("line").attr("class", "rule").attr("y1", top).attr("y2", bottom);
    const dots = group.selectAll("circle").data(spec.series).join("circle")
      .attr("class", (s, i) => "dot s" + i).attr("r", 4.5);
    svg.append("rect").attr("x", left - 8).attr("y", top).attr("width", right - left + 16)
      .attr("height", bottom - top).attr("fill", "none").attr("pointer-events", "all")
      .on("pointerenter pointermove", event => {
        const i = d3.bisectCenter(epochs, x.invert(d3.pointer(event)[0]));
        group.style("display", null);
        rule.attr("x1", x(epochs[i])).attr("x2", x(epochs[i]));
        dots.attr("cx", x(epochs[i]))
          .style("display", s => s.values[i] === null ? "none" : null)
          .attr("cy", s => s.values[i] === null ? 0 : y(s.values[i]));
        show(i);
      })
      .on("pointerleave", () => {
        group.style("display", "none");
        rest();
      });
  }

  d3.select(".charts").classed("three", data.charts.length === 3 || data.charts.length > 4)
    .selectAll("div").data(data.charts).join("div")
    .attr("class", "card chart").each(chart);
  if (data.charts.length === 0) {
    d3.select(".charts").append("p").attr("class", "muted").text("No epoch has ended yet.");
    d3.select("#numbers").remove();
  }

  d3.select("#numbers").on("toggle", function () {
    const host = d3.select(this).select(".scroll");
    if (!host.select("table").empty()) return;
    const columns = data.charts.flatMap(c => c.series.map(s => [c.name, s]));
    const table = host.append("table");
    table.append("thead").append("tr").selectAll("th").data(["epoch", ...columns]).join("th")
      .attr("class", "number")
      .text(c => c === "epoch" ? c : c[0] === c[1].name ? c[0] : `${c[1].name} ${c[0]}`);
    table.append("tbody").selectAll("tr").data(d3.range(epochs.length)).join("tr").selectAll("td")
      .data(i => [count(epochs[i]), ...columns.map(c => number(c[1].values[i]))]).join("td")
      .attr("class", "number").text(t => t);
  });

  /* The network as a graph: one drawing for wide pages and paper, one for narrow pages. */
  const rows = data.rows;
  const shown = text => text.length > data.longest ? text.slice(0, data.longest - 1) + "…" : text;

  function graph(drawing, number) {
    const svg = d3.select(this).attr("width", drawing.width).attr("height", drawing.height)
      .attr("viewBox", `0 0 ${drawing.width} ${drawing.height}`)
      .attr("role", "img").attr("aria-label", "The network's rows and what they take");
    svg.append("defs").append("marker").attr("id", "arrow" + number).attr("viewBox", "0 0 8 8")
      .attr("refX", 7).attr("refY", 4).attr("markerWidth", 7).attr("markerHeight", 7)
      .attr("orient", "auto").append("path").attr("class", "arrow").attr("d", "M0,0.8 L8,4 L0,7.2 z");
    svg.append("g").selectAll("path").data(drawing.edges).join("path").attr("class", "edge")
      .attr("marker-end", `url(#arrow${number})`).attr("d", e => rounded(e.points, 7));
    const node = svg.append("g").selectAll("g").data(drawing.nodes).join("g")
      .attr("class", (n, i) => "node " + rows[i].kind)
      .attr("transform", n => `translate(${n.x},${n.y})`);
    node.append("title").text((n, i) => `${rows[i].name} ${rows[i].shape} = ${rows[i].layer}`);
    node.append("rect").attr("width", n => n.width).attr("height", n => n.height).attr("rx", 6);
    node.append("text").attr("class", "title").attr("x", 12).attr("y", 18)
      .text((n, i) => shown(rows[i].name));
    node.append("text").attr("class", "small").attr("x", n => n.width - 12).attr("y", 18)
      .attr("text-anchor", "end").text((n, i) => rows[i].shape);
    node.append("text").attr("class", "small").attr("x", 12).attr("y", 35)
      .text((n, i) => shown(rows[i].layer));
  }

  function rounded(points, radius) {
    const path = d3.path();
    path.moveTo(...points[0]);
    for (let i = 1; i < points.length - 1; i++) {
      const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
      const reach = Math.min(Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1])) / 2;
      path.arcTo(b[0], b[1], c[0], c[1], Math.min(radius, reach));
    }
    path.lineTo(...points[points.length - 1]);
    return path.toString();
  }

  const graphs = d3.select("#graph").selectAll("svg").data(data.drawings).join("svg").each(graph);
  const choose = () => {
    const room = d3.select("#graph").node().clientWidth - 34;
    const fitting = data.drawings.findIndex(d => d.width <= room);
    const chosen = fitting < 0 ? data.drawings.length - 1 : fitting;
    graphs.classed("other", (d, i) => i !== chosen);
  };
  new ResizeObserver(choose).observe(document.getElementById("graph"));
  choose();

  /* The network as a table. */
  const table = d3.select("#rows").append("table");
  table.append("thead").append("tr").selectAll("th")
    .data(["row", "layer", "shape", "takes", "parameters"]).join("th")
    .attr("class", t => t === "parameters" ? "number" : null).text(t => t);
  const line = table.append("tbody").selectAll("tr").data(rows).join("tr");
  line.append("td").attr("class", "code name").text(r => r.name);
  const layer = line.append("td").attr("class", "code");
  layer.text(r => r.layer);
  layer.filter(r => r.loss).append("div").attr("class", "muted").text(r => r.loss);
  line.append("td").attr("class", "code").text(r => r.shape);
  line.append("td").attr("class", "code").text(r => r.operands.join(", "));
  const most = d3.max(rows, r => r.parameters) || 1;
  const parameters = line.append("td").attr("class", "number");
  parameters.text(r => count(r.parameters));
  parameters.filter(r => r.parameters > 0).append("span").attr("class", "share")
    .style("width", r => Math.max(2, 64 * r.parameters / most) + "px");
  const foot = table.append("tfoot").selectAll("tr").data(data.totals).join("tr");
  foot.append("td").attr("colspan", 4).attr("class", "number").text(t => t.name);
  foot.append("td").attr("class", "number").text(t => count(t.value));

  /* Confusion matrices: rows are the truth, shades are shares of a row. */
  const confusion = d3.select("#confusion");
  confusion.style("display", data.matrices.length === 0 ? "none" : null);
  confusion.append("h2").text(data.matrices.length > 1 ? "Confusion matrices" : "Confusion matrix");

  function matrix(m) {
    const card = d3.select(this);
    card.append("h3").text(m.output);
    card.append("p").attr("class", "muted").style("margin", "2px 0 14px")
      .text(`${percent(m.accuracy)} of ${count(m.examples)} examples are right`);
    const host = card.append("div").attr("class", "matrix");
    const dense = m.classes.length > 24;
    const longest = d3.max(m.classes, c => c.length);
    const most = d3.max(m.counts, c => d3.max(c));
    const width = Math.min(80, Math.max(40, 10 + 7.5 * Math.max(longest, count(most).length)));
    const cells = host.append("div").attr("class", "scroll").append("table")
      .attr("class", "cells").classed("dense", dense).style("--cell", width + "px");
    const top = cells.append("tr");
    top.append("th").attr("colspan", 2);
    top.append("th").attr("class", "corner").attr("colspan", m.classes.length).text("predicted");
    const names = cells.append("tr");
    names.append("th").attr("colspan", 2);
    names.selectAll(null).data(dense ? [] : m.classes).join("th").attr("scope", "col").append("div").text(c => c);
    m.counts.forEach((counts, i) => {
      const row = cells.append("tr");
      if (i === 0) {
        row.append("th").attr("class", "corner").attr("rowspan", m.classes.length)
          .append("div").attr("class", "truth").text("true");
      }
      row.append("th").attr("scope", "row").text(m.classes[i]);
      const sum = d3.sum(counts) || 1;
      row.selectAll("td").data(counts).join("td").attr("class", "cell")
        .attr("title", (c, j) => `${count(c)} of ${count(d3.sum(counts))} true ${m.classes[i]} read as ${m.classes[j]}`)
        .style("background", c => `color-mix(in srgb, var(--heat) ${Math.round(100 * Math.sqrt(c / sum))}%, var(--grid))`)
        .style("color", c => c === 0 ? "var(--muted)" : c / sum > 0.2 ? "var(--on-heat)" : "var(--text)")
        .text(c => dense ? "" : count(c));
    });
    const scores = host.append("div").attr("class", "scroll scores").append("table").attr("class", "wide");
    scores.append("thead").append("tr").selectAll("th")
      .data(["class", "precision", "recall", "F1", "examples"]).join("th")
      .attr("class", (t, i) => i > 0 ? "number" : null).text(t => t);
    const score = scores.append("tbody").selectAll("tr").data(d3.range(m.classes.length)).join("tr");
    score.append("td").text(i => m.classes[i]);
    for (const column of [m.precision, m.recall, m.f1]) {
      score.append("td").attr("class", "number").text(i => percent(column[i]));
    }
    score.append("td").attr("class", "number").text(i => count(d3.sum(m.counts[i])));
  }

  confusion.selectAll("div.card").data(data.matrices).join("div").attr("class", "card").each(matrix);

  /* Settings. */
  const list = d3.select("#settings dl");
  for (const setting of data.settings) {
    list.append("dt").text(setting.name);
    list.append("dd").text(setting.text);
  }
  d3.select("#footer").text(data.footer);

  /* Watched while it grows. */
  if (data.state === "RUNNING") setTimeout(() => location.reload(), 5000);
})();

import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";

const { document, XMLSerializer } = new JSDOM("").window;

/** Text and frame of every chart. */
export const ink = "#1d2530";
export const soft = "#56606d";
export const fontSize = 13;
/** Between the edge of the picture and its heading. */
export const pad = 10;

/**
 * A plot as the text of an SVG file: one that loads nothing, has no style sheet and so none that clashes with that of
 * another on the same page, and says in words what it shows.
 *
 * @param options - Of `Plot.plot`.
 * @param words - `id`, of which there is one on a page; `title` and `description`; `locale`, their language.
 */
export function svgText(options, { id, title, description, locale }) {
  const svg = Plot.plot({ document, className: "chart", ...options });
  svg.querySelector("style").remove();
  const attributes = {
    id, lang: locale, role: "img", "aria-labelledby": `${id}-title ${id}-description`,
    "font-family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif", "font-size": fontSize, fill: ink, color: ink,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  // What the words say once need not be read out mark by mark.
  for (const mark of svg.children) mark.setAttribute("aria-hidden", "true");
  const paper = element("rect", { width: "100%", height: "100%", fill: "#fff" });
  svg.prepend(element("title", { id: `${id}-title` }, title), element("desc", { id: `${id}-description` }, description), paper);
  for (const node of svg.querySelectorAll("*")) round(node);
  return `${new XMLSerializer().serializeToString(svg)}\n`;
}

function element(name, attributes, text = "") {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.textContent = text;
  return node;
}

const places = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "d", "transform"];

/** A hundredth of a pixel is enough, and the same on every machine. */
function round(node) {
  for (const name of places) {
    const value = node.getAttribute(name);
    if (value !== null && !value.endsWith("em") && !value.endsWith("%")) node.setAttribute(name, value.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(2)))));
  }
}

/**
 * The heading of a chart, above its frame.
 *
 * @param lines - The title, then what it is of; `undefined` is left out.
 * @param margin - `left` and `top` of the chart.
 * @param place - More options of the mark, such as the facet that it stands above.
 */
export function heading([title, ...lines], { left, top }, place = {}) {
  const line = (text, index, options) => Plot.text([text], { frameAnchor: "top-left", textAnchor: "start", lineAnchor: "top", dx: -left + pad, dy: -top + pad + index * 19, text: String, ...place, ...options });
  const given = lines.filter((each) => each !== undefined);
  return [line(title, 0, { fontSize: 16, fontWeight: 700, fill: ink }), ...given.map((each, index) => line(each, index + 1.1, { fill: soft }))];
}

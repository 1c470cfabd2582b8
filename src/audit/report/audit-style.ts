/** The style of a report as a page. It is constant, so that the policy of the page can name it by its hash. */
export const auditStyle = `
@page { size: A4; margin: 14mm 12mm; }
:root { color-scheme: light; --ink: #1b2330; --soft: #55606e; --rule: #d5d9df; --tint: #f4f6f8; --bad: #9b1c1c; --bad-tint: #fdecea; --good: #1c6b3a; --good-tint: #e5f4ea; --warn: #7a4b00; --warn-tint: #fdf3dc; --open: #4a5563; --open-tint: #eceff3; --bar: #2f6da8; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; color: var(--ink); background: #fff; font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; text-wrap: balance; }
h2 { margin: 0; font-size: 1.2rem; line-height: 1.3; }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
p { margin: .35rem 0; }
a { color: #0b4f9c; }
a:focus-visible, summary:focus-visible { outline: 3px solid #0b4f9c; outline-offset: 2px; }
.soft { color: var(--soft); font-size: .9rem; }
.subtitle { margin: .25rem 0 0; color: var(--soft); font-size: 1.05rem; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; padding: 0; list-style: none; }
.verdict { display: inline-block; padding: .1rem .6rem; border: 1px solid currentcolor; border-radius: .3rem; font-weight: 600; white-space: nowrap; }
.consistent { color: var(--good); background: var(--good-tint); }
.inconsistent { color: var(--bad); background: var(--bad-tint); }
.not-checkable { color: var(--open); background: var(--open-tint); }
article, .between { margin-top: 2rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
article > header, .between > header { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: baseline; justify-content: space-between; }
table { width: 100%; margin-top: .75rem; border-collapse: collapse; font-size: .95rem; }
caption { padding-bottom: .25rem; text-align: left; font-weight: 600; }
th, td { padding: .3rem .4rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); font-size: .85rem; vertical-align: bottom; }
tbody th { font-weight: normal; }
.group th { background: var(--tint); font-weight: 600; }
.num { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.state { padding-left: 1rem; }
thead .num { width: 17%; }
thead .state { width: 26%; }
thead th, .state { overflow-wrap: break-word; }
tbody th { min-width: 7.5rem; }
.has > * { border-bottom-color: transparent; }
.wrong .state, .wrong .printed { color: var(--bad); font-weight: 600; }
.found td { padding: .1rem .4rem .5rem; border-bottom-color: var(--rule); }
.found + .found td { padding-top: 0; }
.between ul { margin: .5rem 0; padding: 0; list-style: none; }
.between li { margin-top: .4rem; }
.finding { margin: 0; padding: .35rem .6rem; border-left: 4px solid; }
.error { border-color: var(--bad); background: var(--bad-tint); }
.warning { border-color: #b97a00; background: var(--warn-tint); }
.note { border-color: var(--open); background: var(--tint); }
.picture { margin: .5rem 0 1rem; padding: .6rem .75rem; border: 1px solid var(--rule); border-radius: .3rem; break-inside: avoid; }
.picture figcaption { margin-bottom: .4rem; font-weight: 600; }
.picture figcaption .soft { display: block; font-weight: normal; }
.picture svg { display: block; overflow: visible; }
.picture text { fill: var(--ink); font-size: 12px; font-variant-numeric: tabular-nums; }
.picture .end { text-anchor: end; }
.lane { fill: var(--bar); stroke: var(--bar); stroke-width: 2; }
.common { fill: #bfe3cb; stroke: var(--good); stroke-width: 1; }
.gap { fill: #f9d3ce; stroke: var(--bad); stroke-width: 1; stroke-dasharray: 4 3; }
.axis { stroke: var(--soft); }
.lanes { margin: .35rem 0 0; padding-left: 1.5rem; font-size: .9rem; font-variant-numeric: tabular-nums; }
.repairs { margin: .35rem 0; padding-left: 0; list-style: none; }
.repairs li { display: grid; grid-template-columns: 2.6rem 1fr; gap: .6rem; padding: .15rem 0; }
.repairs .chance { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
details { margin: .35rem 0; }
summary { cursor: pointer; color: #0b4f9c; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 34rem) {
  body { padding: 1rem .75rem 2rem; }
  h1 { font-size: 1.35rem; }
  table { font-size: .875rem; }
  th, td { padding: .3rem .25rem; }
  .state { padding-left: .6rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  table { font-size: 8.5pt; }
  th, td { padding: .12rem .3rem; }
  .verdict { padding: 0 .4rem; }
  .soft, .lanes { font-size: 8.5pt; }
  thead { display: table-header-group; }
  article, .between { margin-top: 1.2rem; padding-top: .8rem; }
  article > header, h3, caption, .group { break-after: avoid; }
  tr, .repairs li, .finding { break-inside: avoid; }
  .has { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;

/** The hash of {@link auditStyle} as a policy names it; a test computes it anew. */
export const auditStyleHash = "sha256-T4WE/vV3Dtlwj94UPUlFvRN9x84jsYTOWwa2IwDVziM=";

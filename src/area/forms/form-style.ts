/** The style of a form as a page. It is constant, so that the policy of the page can name it by its hash. */
export const formStyle = `
@page { size: A4 landscape; margin: 12mm 10mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; color: #000; background: #fff; font: 1rem/1.35 "Times New Roman", Tinos, "Liberation Serif", serif; }
.number { margin: 0; text-align: right; font-weight: bold; }
.warning { margin: .75rem 0; padding: .5rem .75rem; border: 2px solid #a40000; color: #700; }
.sheet { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums lining-nums; }
caption { padding: .25rem 0 .75rem; font-size: 1.125rem; font-weight: bold; line-height: 1.4; text-align: center; text-transform: uppercase; text-wrap: balance; }
caption span { display: block; font-size: 1rem; font-weight: normal; font-style: italic; text-transform: none; }
th, td { padding: .25rem .4rem; border: 1px solid #000; vertical-align: middle; }
thead th { text-align: center; line-height: 1.25; }
thead .marks th { padding-block: .1rem; font-size: .9em; font-weight: normal; font-style: italic; white-space: nowrap; }
tbody th { font-weight: normal; text-align: left; }
tbody .name { min-width: 11rem; overflow-wrap: anywhere; }
tbody .code { overflow-wrap: break-word; }
tbody .measure { white-space: nowrap; }
tbody td { text-align: right; white-space: nowrap; }
.sum > * { font-weight: bold; }
.d1 { padding-left: 1.25rem; }
.d2 { padding-left: 2.25rem; }
.d3 { padding-left: 3.25rem; }
.d4 { padding-left: 4.25rem; }
sup { line-height: 0; white-space: nowrap; }
sup a { color: inherit; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.notes { margin-top: 1rem; font-size: .875rem; }
.notes h2 { margin: 0 0 .25rem; font-size: 1em; }
.notes ul, .notes ol { margin: 0; padding-left: 1.75rem; }
.source { margin: .75rem 0 0; font-size: .8125rem; font-style: italic; }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; }
  .sheet { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .15rem .25rem; }
  caption { font-size: 11pt; }
  caption span, .notes { font-size: 9pt; }
  .source { font-size: 8pt; }
  .d1 { padding-left: .75rem; }
  .d2 { padding-left: 1.25rem; }
  .d3 { padding-left: 1.75rem; }
  .d4 { padding-left: 2.25rem; }
  thead { display: table-header-group; }
  tbody tr, .notes li { break-inside: avoid; }
  tbody.pair { break-inside: avoid; }
  tbody .name { min-width: 30mm; }
  sup a { text-decoration: none; }
}
`;

/** The hash of {@link formStyle} as a policy names it; a test computes it anew. */
export const formStyleHash = "sha256-PoItrlQGuoFDMicXL8kzzCxTUSYolkn2vbUMWq6BiRI=";

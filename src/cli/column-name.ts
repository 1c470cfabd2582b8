export { columnName } from "../core/column-name.js";

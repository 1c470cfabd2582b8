import { version as packageVersion } from "../../package.json";

/** Version of this package; part of every result, so that an answer can be reproduced. */
export const version: string = packageVersion;

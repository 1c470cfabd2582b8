import { PovertyStandardError, type ErrorWord } from "./errors.js";
import { isObject } from "./is-object.js";
import { kindOf, shownKey } from "./kind-of.js";
import { nearestName } from "./nearest-name.js";

/** An object of the input that has no keys but known ones; what they hold is still to be checked. */
export type CheckedRecord<Key extends string> = Readonly<Partial<Record<Key, unknown>>>;

/**
 * Checks that a value is an object with none but known keys, all its own.
 *
 * @param value - What came.
 * @param keys - The known keys.
 * @param what - What such a key is called in a message, for example `key of a recognition`.
 * @param word - The code of the errors.
 * @throws {@link PovertyStandardError} with `word`; for an unknown key it names the nearest known one.
 */
export function checkedRecord<Key extends string>(
  value: unknown,
  keys: ReadonlySet<Key>,
  what: string,
  word: ErrorWord = "invalid-input",
): CheckedRecord<Key> {
  const wrong = notARecord(value);
  if (wrong !== null) throw unexpected(null, wrong, value, word);
  // `for … in` also meets an own `__proto__`, which JSON.parse makes.
  for (const key in value as object) if (!keys.has(key as Key)) throw unknownKey(key, keys, what, word);
  return value as CheckedRecord<Key>;
}

/**
 * What an object was expected to be where a value is none whose keys are all its own; `null` where it is one.
 *
 * @param value - What came.
 */
export function notARecord(value: unknown): string | null {
  if (!isObject(value)) return "expected an object";
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype !== Object.prototype && prototype !== null && inheritsKeys(prototype) ? "expected an object whose keys are its own" : null;
}

/** Whether `for … in` would find more in an object than its own keys. */
function inheritsKeys(prototype: object): boolean {
  let found = false;
  for (const key in prototype) found ||= key in prototype;
  return found;
}

/**
 * The error for a key that is not known; it names the nearest known one.
 *
 * @param key - What came; shown only where it looks like an identifier.
 * @param keys - The known keys.
 * @param what - What such a key is called in a message.
 * @param word - The code.
 * @param parent - Path of the object in which it stands; nothing for the whole record.
 */
export function unknownKey(key: string, keys: Iterable<string>, what: string, word: ErrorWord = "invalid-input", parent = ""): PovertyStandardError {
  const shown = shownKey(key);
  const isShown = shown.startsWith('"');
  const near = isShown ? nearestName(key, keys) : null;
  const path = [parent, isShown ? key : ""].filter((part) => part !== "").join(".");
  return new PovertyStandardError(word, `a key ${shown} is no ${what}${near === null ? "" : `; the nearest is "${near}"`}`, path === "" ? null : path);
}

/**
 * The error for a value that is not what was expected; of what came it tells only the kind.
 *
 * @param path - Where, or `null` for the whole record.
 * @param expected - What was expected, as a clause: `expected …`.
 * @param value - What came.
 * @param word - The code.
 */
export function unexpected(path: string | null, expected: string, value: unknown, word: ErrorWord = "invalid-input"): PovertyStandardError {
  return new PovertyStandardError(word, `${expected}; got ${kindOf(value)}`, path);
}

/**
 * An error of a part as the error of the whole: its path begins with the place of the part.
 *
 * @param error - Anything that was caught; what is no {@link PovertyStandardError} is handed back as it is.
 * @param place - The place of the part, for example `recognitions[2]`.
 */
export function placed(error: unknown, place: string): unknown {
  if (!(error instanceof PovertyStandardError)) return error;
  const bare = error.path === null ? error.message : error.message.slice(error.path.length + 2);
  const word = error.code.slice("chuan-ngheo/".length) as ErrorWord;
  return new PovertyStandardError(word, bare, error.path === null ? place : `${place}.${error.path}`);
}

/**
 * Reads every element of a list, with the place of the element in the path of an error.
 *
 * @param list - What came.
 * @param name - The name of the list in paths.
 * @param read - Reads one element, given also its index.
 * @param word - The code when it is no list.
 * @throws {@link PovertyStandardError} when it is no list, and what `read` throws.
 */
export function checkedList<Element>(
  list: unknown,
  name: string,
  read: (element: unknown, index: number) => Element,
  word: ErrorWord = "invalid-input",
): Element[] {
  if (!Array.isArray(list)) throw unexpected(name, "expected a list", list, word);
  const found: Element[] = [];
  // A hole of a sparse list is read as nothing.
  for (let index = 0; index < list.length; index++) {
    try {
      found.push(read(list[index], index));
    } catch (error) {
      throw placed(error, `${name}[${index}]`);
    }
  }
  return found;
}

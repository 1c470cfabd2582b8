import { placed, unexpected } from "../core/checked-record.js";

/**
 * Hands on every element of an iterable, with the place of the element in the path of an error.
 *
 * @param elements - What came.
 * @param name - Its name in paths.
 * @param add - Takes an element.
 * @throws {@link PovertyStandardError} when it is no iterable, and what `add` throws.
 */
export function addEach<Element>(elements: Iterable<Element>, name: string, add: (element: Element) => void): void {
  const given: unknown = elements;
  const isIterable = typeof given === "object" && given !== null && typeof (given as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
  if (!isIterable) throw unexpected(name, `expected a list of ${name}, or another iterable`, given);
  let index = 0;
  for (const element of elements) {
    try {
      add(element);
    } catch (error) {
      throw placed(error, `${name}[${index}]`);
    }
    index++;
  }
}

/**
 * Adds a value to the list that a map holds for a key, and begins the list where there is none.
 *
 * @param lists - The map; it is changed.
 * @param key - The key.
 * @param value - The value.
 */
export function appendTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

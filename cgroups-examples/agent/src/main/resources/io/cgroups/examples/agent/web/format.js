// Numbers as people read them; null is what is not known.
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

export function percent(part) {
  if (part === null || part === undefined) return '–';
  const value = part * 100;
  return (value < 9.95 && value > 0 ? value.toFixed(1) : Math.round(value)) + ' %';
}

export function bytes(size) {
  if (size === null || size === undefined) return '–';
  let power = 0;
  while (size >= 1024 && power < UNITS.length - 1) {
    size /= 1024;
    power++;
  }
  return (size < 10 && power > 0 ? size.toFixed(1) : Math.round(size)) + ' ' + UNITS[power];
}

export function memory(size, limit) {
  return limit === null ? bytes(size) : bytes(size) + ' / ' + bytes(limit);
}

import { type Line, showInstant } from '../../lib/domain';

/** The history as it is drawn: the newest first. */
export function shown(lines: readonly Line[], now: number) {
  return lines
    .map((line, place) => ({
      ...line,
      key: place,
      when: showInstant(line.at, now),
      photos: line.photos ?? [],
    }))
    .reverse();
}

/** The second tap of a double tap comes within this time, in ms, and lands where something has just appeared. */
const within = 600;

/** Whether a tap may be the second one of a double tap whose first one was at this moment, epoch ms. */
export function isSecondTap(firstAt: number): boolean {
  return Date.now() - firstAt <= within;
}

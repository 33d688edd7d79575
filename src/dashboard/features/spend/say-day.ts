/** A day as people say it: "24 Nov". The year is told when it is another one than now. */
export function sayDay(day: string | undefined, now = new Date()): string {
  if (!day) return "";
  const at = new Date(`${day}T12:00:00`);
  const isOtherYear = at.getFullYear() !== now.getFullYear();
  return at.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    ...(isOtherYear ? { year: "numeric" } : {}),
  });
}

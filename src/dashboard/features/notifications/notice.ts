import * as z from "zod/mini";
import { isMature } from "#contract/mature.ts";
import { isTerminal, statuses } from "#contract/status.ts";
import type { ListRow } from "#dashboard/api/list-row.ts";
import { shortId, statusWord } from "#dashboard/display/words.ts";

/** That a workflow is watched, and whether it was told already that output of it is withheld. */
export const watchSchema = z.object({ id: z.string(), isWithheldTold: z.boolean() });
export type Watch = z.output<typeof watchSchema>;

/** What happened to a watched workflow: facts, from which the words are made when they are shown. */
export const noticeSchema = z.object({
  id: z.string(),
  at: z.string(),
  status: z.enum(statuses),
  name: z.string(),
  withheldCount: z.number(),
  isMature: z.boolean(),
  isSeen: z.boolean(),
});
export type Notice = z.output<typeof noticeSchema>;

/** What is new of a watched workflow, and how it is watched from now on: `undefined` once it is over. */
export type News = { notice: Notice | undefined; watch: Watch | undefined };

/** Compare a watched workflow with what was told of it. It is news that it ended, and once that output is withheld. */
export function newsOf(watch: Watch, row: ListRow, at: string): News {
  const { status, name, withheld: withheldCount } = row;
  const isOver = isTerminal(status);
  if (!isOver && (withheldCount === 0 || watch.isWithheldTold)) return { notice: undefined, watch };
  const notice: Notice = {
    id: watch.id,
    at,
    status,
    name: name ?? shortId(watch.id),
    withheldCount,
    isMature: mayBeMature(row),
    isSeen: false,
  };
  return { notice, watch: isOver ? undefined : { ...watch, isWithheldTold: true } };
}

/** A row tells of its first outputs only: where mature ones are allowed, the others may be. */
function mayBeMature({ withheld, allowMatureContent, thumbnails }: ListRow): boolean {
  return withheld > 0 || allowMatureContent === true || thumbnails.some(({ rating }) => isMature(rating));
}

export type NoticeWords = { title: string; detail: string; tone: "neutral" | "success" | "danger" };

/**
 * A notice in words. While mature media is hidden the name of a workflow with mature output is left out, too: a
 * notification may show on a locked screen. Source: product, "Hide mature".
 */
export function sayNotice(notice: Notice, hideMature: boolean): NoticeWords {
  const { status, withheldCount, id } = notice;
  const name = hideMature && notice.isMature ? `Workflow ${shortId(id)}` : notice.name;
  const withheld =
    withheldCount === 0
      ? ""
      : withheldCount === 1
        ? "1 output is withheld and can be released."
        : `${withheldCount} outputs are withheld and can be released.`;
  if (!isTerminal(status)) return { title: `${name} waits for you`, detail: withheld, tone: "neutral" };
  const detail =
    withheld || (status === "succeeded" ? "Its output is there." : "Its page says why, and what came back.");
  const tone = withheldCount > 0 ? "neutral" : status === "succeeded" ? "success" : "danger";
  return { title: `${name}: ${statusWord(status).toLowerCase()}`, detail, tone };
}

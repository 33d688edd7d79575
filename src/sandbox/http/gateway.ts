import { answerErrorPage } from "../dialect/error-page.ts";

/**
 * As the proxy before the hosted server: who has no answer in time gets an error page, and the server sees its caller
 * gone. Work that does not look whether its caller is there goes on. Source: facts 1.5 #1 and #11.
 */
export async function behindGateway(
  seconds: number | undefined,
  caller: AbortSignal,
  work: (signal: AbortSignal) => Promise<Response>,
): Promise<Response> {
  if (seconds === undefined) return work(caller);
  const gone = new AbortController();
  const leave = () => gone.abort();
  caller.addEventListener("abort", leave, { once: true });
  if (caller.aborted) leave();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Response>((resolve) => {
    timer = setTimeout(() => {
      resolve(answerErrorPage(524, "524: A timeout occurred"));
      leave();
    }, seconds * 1000);
  });
  const answer = work(gone.signal);
  // Whoever was answered by the gateway hears nothing of what comes after.
  answer.catch(() => {});
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
    caller.removeEventListener("abort", leave);
  }
}

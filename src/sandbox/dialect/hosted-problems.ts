import type { Problem } from "#contract/problem.ts";
import type { WrittenProblem } from "./dialect.ts";
import { errorPage } from "./error-page.ts";

/**
 * A refusal as the hosted API writes it: 403 is a bare JSON string, 5xx is the HTML of whatever stands before the
 * server, a wrong field a validation problem of ASP.NET; 409 is on no operation. Source: facts 1.1, 1.5 #30, 5.1.
 */
export function writeHostedProblem(status: number, problem: Problem): WrittenProblem {
  if (status >= 500)
    return { status, mediaType: "text/html", text: errorPage(`${status} ${problem.title ?? "Error"}`) };
  if (status === 403) return { status, mediaType: "application/json", text: JSON.stringify(reasonOf(problem)) };
  const written = status === 409 ? { ...problem, title: "Bad Request", status: 400 } : problem;
  return {
    status: written.status ?? status,
    mediaType: "application/problem+json",
    text: JSON.stringify(shape(written)),
  };
}

/** Too little Buzz is told without the sums. */
function reasonOf({ title, detail }: Problem): string {
  return title === "Insufficient Buzz" ? title : (detail ?? title ?? "Forbidden");
}

function shape({ status, title, detail, errors }: Problem): Problem {
  const type = `https://tools.ietf.org/html/${sections[status ?? 400] ?? "rfc9110#section-15.5"}`;
  if (errors) return { type, title: "One or more validation errors occurred.", status, errors };
  // The sums of a shortfall are the sandbox's own.
  return { type, title, status, detail };
}

const sections: Record<number, string> = {
  400: "rfc9110#section-15.5.1",
  401: "rfc9110#section-15.5.2",
  404: "rfc9110#section-15.5.5",
  405: "rfc9110#section-15.5.6",
  413: "rfc9110#section-15.5.14",
  415: "rfc9110#section-15.5.16",
  416: "rfc9110#section-15.5.17",
  429: "rfc6585#section-4",
};

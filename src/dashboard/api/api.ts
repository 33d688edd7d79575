import { createContext, useContext } from "react";
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from "#contract/operation.ts";
import { type Answer, send } from "./call.ts";
import { accountOf, type Connection } from "./connection.ts";

/** What a call of an operation needs: its params and body as declared, its query members as wished. */
export type CallArguments<Op extends Operation> = (ParamsOf<Op> extends undefined
  ? unknown
  : { params: ParamsOf<Op> }) &
  (BodyOf<Op> extends undefined ? unknown : { body: BodyOf<Op> }) & {
    query?: QueryOf<Op>;
    signal?: AbortSignal;
  };

/** The API of one connection, for one choice of hiding mature media. */
export type Api = {
  connection: Connection;
  /** What is kept in this browser for the account is kept under it. */
  account: string;
  hideMature: boolean;
  /** Call an operation. Throws an ApiProblem, or an AbortError when the signal says so. */
  call<Op extends Operation>(operation: Op, args: CallArguments<Op>): Promise<Answer<AnswerOf<Op>>>;
};

/** What tells the API its bearer token at each call, so that a changed key is used at once and never stored here. */
export type TokenSource = () => string | undefined;

/** The API of a connection. Every operation that knows `hideMatureContent` is sent it. Source: product, "Hide mature". */
export function createApi(connection: Connection, token: TokenSource, hideMature: boolean): Api {
  return {
    connection,
    account: accountOf(connection, token()),
    hideMature,
    call: (operation, args) =>
      send({
        connection,
        token: token(),
        operation,
        args,
        always: hasQuery(operation, "hideMatureContent") ? { hideMatureContent: hideMature } : {},
      }),
  };
}

function hasQuery(operation: Operation, name: string): boolean {
  return operation.query !== undefined && name in operation.query.shape;
}

const ApiContext = createContext<Api | undefined>(undefined);
export const ApiProvider = ApiContext.Provider;

/** The API of the connection that this part of the page shows. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi needs an ApiProvider above it.");
  return api;
}

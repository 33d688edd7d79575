import { queryOptions } from "@tanstack/react-query";
import type { Api } from "./api.ts";
import { documentQuery } from "./server-document.ts";

/** The step types of the connected server, compiled from its document once a visit. The compiler is loaded when needed. */
export function catalogueQuery(api: Api) {
  return queryOptions({
    queryKey: ["catalogue"],
    queryFn: async ({ client }) => {
      const [{ compileCatalogue }, document] = await Promise.all([
        import("#contract/catalogue/compile-catalogue.ts"),
        client.ensureQueryData(documentQuery(api)),
      ]);
      return compileCatalogue(document);
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // Its variants are compiled when they are read: comparing it with an earlier one would compile them all.
    structuralSharing: false,
  });
}

import type { Path } from '@relance/workflows/lint';
import { say } from '@relance/workflows/messages';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { trpc } from '../../api.ts';
import type { FieldScene } from '../../fields/field-scene.ts';
import { useI18n } from '../../i18n/index.ts';
import { useEditor } from '../store/use-editor.ts';
import { anchorOptions } from './anchor-options.ts';
import { delayExample } from './delay-example.ts';
import { factOptions } from './fact-options.ts';
import { scriptOptions, templateOptions } from './text-options.ts';

/** What the form of one step may refer to, and what is wrong in it. */
export function useScene(nodeId: string): FieldScene {
  const { t, f, language } = useI18n();
  const graph = useEditor((state) => state.graph);
  const findings = useEditor((state) => state.findings);
  const inUse = useQuery(trpc.templates.list.queryOptions({})).data?.items;
  return useMemo(() => {
    const own = findings.filter((finding) => finding.nodeId === nodeId);
    const find = (fits: (path: Path) => boolean): string | undefined => {
      const found = own.find(({ path, severity }) => severity !== 'info' && path !== undefined && fits(path));
      return found && say(found.message, language);
    };
    return {
      currency: graph.settings.currency,
      facts: factOptions(graph, nodeId, { t, language }),
      anchors: anchorOptions(graph, nodeId, language),
      templates: templateOptions({ t, language, inUse }),
      scripts: scriptOptions(language),
      findingAt: (path) => find((at) => at.length === path.length && startsWith(at, path)),
      // Without a path: what no field shows.
      findingUnder: (path) => (path.length === 0 ? find((at) => at.length === 0) : find((at) => startsWith(at, path))),
      exampleOf: (name) => delayExample({ graph, nodeId, name, t, f }),
    };
  }, [graph, findings, nodeId, t, f, language, inUse]);
}

const startsWith = (path: Path, start: Path): boolean => start.every((part, index) => path[index] === part);

import type { TagGroup } from '../../framework/tag-ids.ts';
import { GROUP_NAMES, groupOf } from '../../framework/tag-names.ts';
import type { Row } from '../reading/rows.ts';

/** Which lines the panel lists. */
export type GroupChoice = TagGroup | 'all';

const CHOICES: readonly GroupChoice[] = ['all', 'condition', 'signal', 'lens'];

/** Whether a line has a tag of the chosen group. What was just deleted stays, so that it can be put back. */
export const inGroup = (row: Row, choice: GroupChoice): boolean =>
  choice === 'all' || row.deleted !== null || row.tags.some((tag) => groupOf(tag) === choice);

interface GroupsProps {
  rows: readonly Row[];
  chosen: GroupChoice;
  onChange(choice: GroupChoice): void;
}

/** Chooses one group of tags, each with its count. */
export const Groups = ({ rows, chosen, onChange }: GroupsProps) => (
  <fieldset class="groups">
    <legend class="vh">Show passages with</legend>
    {CHOICES.map((choice) => (
      <label key={choice}>
        <input type="radio" name="group" checked={chosen === choice} onChange={() => onChange(choice)} />
        {choice === 'all' ? 'All' : GROUP_NAMES[choice]}{' '}
        <span>{rows.filter((row) => inGroup(row, choice)).length}</span>
      </label>
    ))}
  </fieldset>
);

import type { TagGroup } from '../../framework/tag-ids.ts';
import { TAGS } from '../../framework/tags.ts';
import { Glyph } from '../../ui/glyph.tsx';
import type { SettingsSectionProps } from './marks-section.tsx';

const GROUPS: readonly { group: TagGroup; name: string }[] = [
  { group: 'condition', name: 'Nine conditions' },
  { group: 'signal', name: 'Five signals' },
  { group: 'lens', name: 'Three lenses' },
];

/** Which of the 17 tags are shown at all. */
export const TagsSection = ({ settings, change }: SettingsSectionProps) => (
  <section class="set" aria-labelledby="set-tags">
    <div class="set__words">
      <h2 id="set-tags">What it looks for</h2>
      <p>Leave out any idea you do not want marked. Clippings you already have keep their tags.</p>
    </div>
    <div class="set__body">
      {settings &&
        GROUPS.map(({ group, name }) => (
          <fieldset key={group} class="tagset" data-group={group}>
            <legend>{name}</legend>
            {TAGS.filter((tag) => tag.group === group).map((tag) => (
              <label key={tag.id}>
                <input
                  type="checkbox"
                  checked={!settings.tagsOff.includes(tag.id)}
                  onChange={(event) => {
                    const off = settings.tagsOff.filter((each) => each !== tag.id);
                    change({ tagsOff: event.currentTarget.checked ? off : [...off, tag.id] });
                  }}
                />
                <Glyph tag={tag.id} />
                <span>
                  <strong>{tag.shortName}</strong>
                  <span class="full">{tag.name}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
    </div>
  </section>
);

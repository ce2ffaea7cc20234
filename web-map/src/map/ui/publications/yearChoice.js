/** The year that a publication tells of, as one choice among the years there are data for. */
import { attributes, html } from '../../lib/html.js';

/** `periods`: [{ year, whole, published }], as the service offers them. */
export function yearChoice(periods, chosen, { t }, disabled = false) {
  return html`
    <fieldset class="group" data-field="year" aria-describedby="field-year-hint">
      <legend class="group__title">${t('publish.field.year')}</legend>
      <p class="field__hint" id="field-year-hint">${t('publish.yearHint')}</p>
      <div class="publish__years">
        ${periods.map(({ year, whole, published }) => {
          const about = !whole ? t('publish.yearNotWhole') : published.length ? t('publish.yearPublished', { slugs: published.map(({ slug }) => slug).join(', ') }) : '';
          return html`
            <div class="publish__option">
              <input class="tick" type="radio" name="year" ${attributes({ id: `year-${year}`, value: year, checked: year === chosen, disabled: disabled || (!whole && year !== chosen), 'aria-describedby': about ? `year-${year}-about` : null })}>
              <label for="year-${year}">${String(year)}</label>
              ${about && html`<p class="field__hint" id="year-${year}-about">${about}</p>`}
            </div>`;
        })}
      </div>
      <p class="field__error" hidden></p>
    </fieldset>`;
}

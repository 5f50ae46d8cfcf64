import { WxCheckbox, WxCheckboxGroup, WxRadio, WxRadioGroup, WxSlider, WxSwitch } from './choices.ts';
import { WxButton, WxForm, WxLabel } from './form.ts';
import { WxIcon, WxImage, WxVideo } from './image.ts';
import { WxInput, WxTextarea } from './input.ts';
import { WxMap } from './map.ts';
import { WxPicker } from './picker.ts';
import { WxPickerView, WxPickerViewColumn } from './picker-view.ts';
import { WxNavigator, WxPageMeta, WxProgress, WxRichText } from './plain.ts';
import { WxScrollView } from './scroll.ts';
import { WxSwiper } from './swiper.ts';
import { WxView } from './view.ts';

const ELEMENTS: Record<string, CustomElementConstructor> = {
  button: WxButton,
  checkbox: WxCheckbox,
  'checkbox-group': WxCheckboxGroup,
  'cover-image': class extends WxImage {},
  form: WxForm,
  icon: WxIcon,
  image: WxImage,
  input: WxInput,
  label: WxLabel,
  map: WxMap,
  navigator: WxNavigator,
  'page-meta': WxPageMeta,
  picker: WxPicker,
  'picker-view': WxPickerView,
  'picker-view-column': WxPickerViewColumn,
  progress: WxProgress,
  radio: WxRadio,
  'radio-group': WxRadioGroup,
  'rich-text': WxRichText,
  'scroll-view': WxScrollView,
  slider: WxSlider,
  swiper: WxSwiper,
  switch: WxSwitch,
  textarea: WxTextarea,
  video: WxVideo,
  view: WxView,
};

/** view, text, block and the rest need no code: the style sheet draws them. */
export function defineBuiltIns(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) window.customElements.define(`wx-${name}`, element);
}

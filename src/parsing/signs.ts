/** What a cell holds that shows nothing but a picture: something is printed there, whatever that is. */
export const pictureSign = '〔图〕';

/** What stands for digits that something was painted over: a person sees that, and not what was there. */
export const blotSign = '〔涂〕';

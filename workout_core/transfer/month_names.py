"""The months as people and apps write them, in the languages that trackers speak.

Full names and short ones, folded (no case, no dot). A word stands for one month in all of these languages;
Croatian is not among them, since its `lipanj` and `listopad` are other months than the Polish and Czech ones.
"""

from __future__ import annotations

import unicodedata
from typing import Final

# Twelve months, each in all the forms that are seen: alone, after a day, and cut short.
_LANGUAGES: Final = {
    "English": (
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
        "|september sept sep|october oct|november nov|december dec"
    ),
    "German": (
        "januar jan jänner jän|februar feb feber|märz mär mrz|april apr|mai|juni jun|juli jul|august aug"
        "|september sept sep|oktober okt|november nov|dezember dez"
    ),
    "French": (
        "janvier janv|février févr fév fevrier fevr|mars|avril avr|mai|juin|juillet juil|août aout"
        "|septembre sept|octobre oct|novembre nov|décembre déc decembre dec"
    ),
    "Spanish": (
        "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago"
        "|septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic"
    ),
    "Portuguese": (
        "janeiro jan|fevereiro fev|março mar marco|abril abr|maio mai|junho jun|julho jul|agosto ago"
        "|setembro set|outubro out|novembro nov|dezembro dez"
    ),
    "Italian": (
        "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago"
        "|settembre set sett|ottobre ott|novembre nov|dicembre dic"
    ),
    "Catalan": (
        "gener gen|febrer febr|març|abril abr|maig|juny|juliol jul|agost ag|setembre set|octubre oct"
        "|novembre nov|desembre des"
    ),
    "Dutch": (
        "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug"
        "|september sep sept|oktober okt|november nov|december dec"
    ),
    "Polish": (
        "styczeń stycznia sty|luty lutego lut|marzec marca mar|kwiecień kwietnia kwi|maj maja"
        "|czerwiec czerwca cze|lipiec lipca lip|sierpień sierpnia sie|wrzesień września wrz"
        "|październik października paź|listopad listopada lis|grudzień grudnia gru"
    ),
    "Czech": (
        "leden ledna led|únor února úno|březen března bře|duben dubna dub|květen května kvě"
        "|červen června čvn|červenec července čvc|srpen srpna srp|září zář|říjen října říj"
        "|listopad listopadu lis|prosinec prosince pro"
    ),
    "Slovak": (
        "január januára jan|február februára feb|marec marca mar|apríl apríla apr|máj mája|jún júna"
        "|júl júla|august augusta aug|september septembra sep|október októbra okt|november novembra nov"
        "|december decembra dec"
    ),
    "Turkish": (
        "ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu"
        "|eylül eyl|ekim eki|kasım kas|aralık ara"
    ),
    "Russian": (
        "январь января янв|февраль февраля февр фев|март марта мар|апрель апреля апр|май мая"
        "|июнь июня июн|июль июля июл|август августа авг|сентябрь сентября сент сен"
        "|октябрь октября окт|ноябрь ноября нояб ноя|декабрь декабря дек"
    ),
    "Ukrainian": (
        "січень січня січ|лютий лютого лют|березень березня бер|квітень квітня квіт|травень травня трав"
        "|червень червня черв|липень липня лип|серпень серпня серп|вересень вересня вер"
        "|жовтень жовтня жовт|листопад листопада лист|грудень грудня груд"
    ),
    "Swedish": (
        "januari jan|februari feb|mars mar|april apr|maj|juni jun|juli jul|augusti aug"
        "|september sep sept|oktober okt|november nov|december dec"
    ),
    "Danish and Norwegian": (
        "januar jan|februar feb|marts mars mar|april apr|maj mai|juni jun|juli jul|august aug"
        "|september sep sept|oktober okt|november nov|december desember dec des"
    ),
    "Finnish": (
        "tammikuuta tammikuu tammik tammi|helmikuuta helmikuu helmik helmi"
        "|maaliskuuta maaliskuu maalisk maalis|huhtikuuta huhtikuu huhtik huhti"
        "|toukokuuta toukokuu toukok touko|kesäkuuta kesäkuu kesäk kesä"
        "|heinäkuuta heinäkuu heinäk heinä|elokuuta elokuu elok elo|syyskuuta syyskuu syysk syys"
        "|lokakuuta lokakuu lokak loka|marraskuuta marraskuu marrask marras"
        "|joulukuuta joulukuu jouluk joulu"
    ),
    "Romanian": (
        "ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug"
        "|septembrie sept sep|octombrie oct|noiembrie noi nov|decembrie dec"
    ),
    "Hungarian": (
        "január jan|február febr feb|március márc|április ápr|május máj|június jún|július júl"
        "|augusztus aug|szeptember szept|október okt|november nov|december dec"
    ),
    "Greek": (
        "ιανουάριος ιανουαρίου ιαν|φεβρουάριος φεβρουαρίου φεβ|μάρτιος μαρτίου μαρ μάρ"
        "|απρίλιος απριλίου απρ|μάιος μαΐου μαΐ μάι|ιούνιος ιουνίου ιουν ιούν"
        "|ιούλιος ιουλίου ιουλ ιούλ|αύγουστος αυγούστου αυγ αύγ|σεπτέμβριος σεπτεμβρίου σεπ"
        "|οκτώβριος οκτωβρίου οκτ|νοέμβριος νοεμβρίου νοε νοέ|δεκέμβριος δεκεμβρίου δεκ"
    ),
    "Indonesian": (
        "januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agu agt"
        "|september sep|oktober okt|november nov|desember des"
    ),
    "Arabic": (
        "يناير|فبراير|مارس|أبريل ابريل إبريل|مايو|يونيو يونية|يوليو يولية|أغسطس اغسطس|سبتمبر|أكتوبر اكتوبر"
        "|نوفمبر|ديسمبر"
    ),
    "Hebrew": (  # each alone, and with the prefix that stands before it in a date
        "ינואר בינואר ינו בינו|פברואר בפברואר פבר בפבר|מרץ במרץ מרס במרס|אפריל באפריל אפר באפר|מאי במאי"
        "|יוני ביוני|יולי ביולי|אוגוסט באוגוסט אוג באוג|ספטמבר בספטמבר ספט בספט|אוקטובר באוקטובר אוק באוק"
        "|נובמבר בנובמבר נוב בנוב|דצמבר בדצמבר דצמ בדצמ"
    ),
    "Chinese": "一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月",
}


def folded(word: str) -> str:
    """A word of a date for comparing: without case and without dots."""
    low = word.casefold().replace("i\u0307", "i").replace("ı", "i")  # the two Turkish letters
    return unicodedata.normalize("NFC", low).replace(".", "").strip()


_MONTHS: Final = {
    folded(word): number
    for language in _LANGUAGES.values()
    for number, words in enumerate(language.split("|"), 1)
    for word in words.split()
}


def month(word: str) -> int | None:
    """The month, 1 to 12, that a word names; None where no language here knows it."""
    return _MONTHS.get(folded(word))

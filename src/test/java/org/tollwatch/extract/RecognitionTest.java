package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A language is told from its neighbours by a sentence or two of news. */
class RecognitionTest {

    private static final Languages LANGUAGES = Languages.bundled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ru | В результате обстрела погибли трое мирных жителей, сообщила пресс-служба министерства.
                    ru | Войска выпустили по городу 30 ракет и сбили два беспилотника.
                    uk | Унаслідок обстрілу загинули троє цивільних, повідомила пресслужба міністерства.
                    uk | Сили оборони збили 45 дронів із 60, решта впала на території області.
                    tr | Bakanlık, saldırıda üç askerin şehit olduğunu, beş kişinin yaralandığını açıkladı.
                    tr | Kentte dün gece düzenlenen hava saldırılarında en az 12 sivil hayatını kaybetti.
                    az | Nazirlik bildirib ki, hücum nəticəsində üç hərbçi şəhid olub, beş nəfər yaralanıb.
                    az | Ermənistan silahlı qüvvələri gün ərzində atəşkəsi 21 dəfə pozub.
                    fr | Au moins douze personnes ont été tuées dans une frappe sur la ville, selon les secours.
                    fr | L'armée a tiré 30 roquettes et abattu deux drones dans la nuit.
                    es | Al menos doce personas murieron en un ataque contra la ciudad, según las autoridades.
                    es | El ejército disparó 30 cohetes y derribó dos drones durante la noche.
                    """)
    void aSentenceOfNewsShowsItsLanguage(String code, String sentence) {
        assertThat(LANGUAGES.recognise(Normaliser.normalise(sentence)).map(LanguagePack::code))
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ho detto che no, la partita era finita da un pezzo.",
                "Il presidente ha detto che la legge di bilancio non sarà modificata nella notte.",
                "O presidente disse que a lei não foi aprovada e que os deputados voltam em maio.",
            })
    void aNeighbourIsNotTakenForOneOfOurs(String sentence) {
        assertThat(LANGUAGES.recognise(Normaliser.normalise(sentence))).isEmpty();
    }
}

import java.io.File;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.catalog.CatalogFeatures;
import javax.xml.catalog.CatalogManager;
import javax.xml.catalog.CatalogResolver;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.model.parameters.Imports;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.reasoner.OWLReasonerFactory;
import org.semanticweb.owlapi.search.EntitySearcher;

/**
 * Opens files as an editor does: by the OWLAPI, each by itself, imports by the catalog if one is given (else "-"). Prints
 * what it sees, and what the reasoners find, whose classes stand with commas between them.
 */
class Open {
    static final String OURS = "https://w3id.org/qontology/ns#";
    static final OWLDataFactory factory = OWLManager.getOWLDataFactory();

    public static void main(String[] arguments) throws Exception {
        String className = arguments[0], allianceName = arguments[1], catalog = arguments[2];
        String[] reasoners = arguments[3].isEmpty() ? new String[0] : arguments[3].split(",");
        for (int i = 4; i < arguments.length; i++) open(className, allianceName, catalog, reasoners, arguments[i]);
    }

    static void open(String className, String allianceName, String catalog, String[] reasoners, String file) throws Exception {
        System.out.println("file " + new File(file).getName());
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        if (!catalog.equals("-")) {
            CatalogResolver resolver = CatalogManager.catalogResolver(CatalogFeatures.defaults(), URI.create(catalog));
            manager.getIRIMappers().add((OWLOntologyIRIMapper) name -> IRI.create(resolver.resolveEntity(null, name.toString()).getSystemId()));
        }
        OWLOntology ontology = manager.loadOntologyFromOntologyDocument(new File(file));
        System.out.println("ontology " + ontology.getOntologyID().getOntologyIRI().get());
        System.out.println("version " + ontology.getOntologyID().getVersionIRI().get());
        System.out.println("closure " + ontology.getImportsClosure().size());
        System.out.println("outside " + new OWL2DLProfile().checkOntology(ontology).getViolations().size());
        System.out.println("objectProperties " + ontology.getObjectPropertiesInSignature(Imports.EXCLUDED).size());
        System.out.println("dataProperties " + ontology.getDataPropertiesInSignature(Imports.EXCLUDED).size());
        for (OWLClass found : ontology.getClassesInSignature(Imports.INCLUDED))
            if (has(ontology, found, factory.getRDFSLabel(), className, "en")) System.out.println("class " + found.getIRI());
        OWLAnnotationProperty preferred = factory.getOWLAnnotationProperty(IRI.create("http://www.w3.org/2004/02/skos/core#prefLabel"));
        for (OWLNamedIndividual found : ontology.getIndividualsInSignature(Imports.INCLUDED))
            if (has(ontology, found, preferred, allianceName, "zh")) {
                System.out.println("alliance " + found.getIRI());
                for (String member : members(ontology, found)) System.out.println("member " + member);
            }
        for (String name : reasoners) reason(ontology, name);
    }

    static boolean has(OWLOntology ontology, OWLEntity entity, OWLAnnotationProperty property, String text, String language) {
        for (OWLOntology one : ontology.getImportsClosure())
            for (OWLAnnotation annotation : EntitySearcher.getAnnotations(entity, one, property))
                if (annotation.getValue().equals(factory.getOWLLiteral(text, language))) return true;
        return false;
    }

    static Set<String> members(OWLOntology ontology, OWLIndividual alliance) {
        Set<String> found = new TreeSet<>();
        for (OWLIndividual membership : EntitySearcher.getObjectPropertyValues(alliance, property("hasMembership"), ontology))
            for (OWLIndividual member : EntitySearcher.getObjectPropertyValues(membership, property("member"), ontology))
                found.add(member.asOWLNamedIndividual().getIRI().toString());
        return found;
    }

    static OWLObjectProperty property(String name) {
        return factory.getOWLObjectProperty(IRI.create(OURS + name));
    }

    static void reason(OWLOntology ontology, String name) throws Exception {
        OWLReasonerFactory made = (OWLReasonerFactory) Class.forName(name).getDeclaredConstructor().newInstance();
        OWLReasoner reasoner = made.createReasoner(ontology);
        System.out.println("consistent " + reasoner.isConsistent());
        System.out.println("unsatisfiable " + reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom().size());
        for (String led : new String[] {"GovernmentLedAlliance", "CompanyLedAlliance"}) {
            OWLClass kind = factory.getOWLClass(IRI.create(OURS + led));
            for (OWLNamedIndividual each : reasoner.getInstances(kind, false).getFlattened())
                System.out.println(led + " " + each.getIRI());
        }
        reasoner.dispose();
    }
}
